package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One input while it is asked for. Guarded by the lock of {@link Questions}, but for {@link #note} and {@link #soFar}. */
final class Question {

    final Input<?> input;
    final long began;
    final Set<String> waitsFor = new HashSet<>();
    private final List<RecordedAnswer> answers = new ArrayList<>();
    private long waited;
    private long waitBegan;

    @Nullable
    Observation observation;

    @Nullable
    Thread thread;

    /** Whether its thread has ended, clean-up included. */
    boolean over;

    Question(Input<?> input, long now) {
        this.input = input;
        this.began = now;
    }

    void note(RecordedAnswer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
    }

    List<RecordedAnswer> soFar() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    void waitsFor(String other, long now) {
        if (waitsFor.isEmpty()) {
            waitBegan = now;
        }
        waitsFor.add(other);
    }

    void goesOn(String other, long now) {
        waitsFor.remove(other);
        if (waitsFor.isEmpty()) {
            waited += now - waitBegan;
        }
    }

    /** Nanoseconds it may still ask; waiting for another input does not count. */
    long left(Duration limit, long now) {
        long idle = waited + (waitsFor.isEmpty() ? 0 : now - waitBegan);
        return limit.toNanos() - (now - began - idle);
    }

    Duration took(long now) {
        return Duration.ofNanos(now - began);
    }
}
