package dev.allmende.status.probe;

import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Asks each probe again and again, each on a virtual thread of its own, and keeps what came of it. */
public final class Rounds implements AutoCloseable {

    /** Results of this process; agents have other places. */
    public static final String HERE = ProbeSpec.HERE;

    private final Asker asker;
    private final RandomGenerator random;
    private final Pause pause;
    private final Listener listener;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();

    /** Waits; a test's one may not. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    /** Told of each round. */
    @FunctionalInterface
    public interface Listener {
        void heard(Key key, String place, Result result);
    }

    private record Running(
            String uid, long generation, Pacing pacing, Question question, History history, Thread thread) {}

    public Rounds(InstantSource clock, RandomGenerator random, Pause pause, Listener listener) {
        this.asker = new Asker(clock, System::nanoTime);
        this.random = random;
        this.pause = pause;
        this.listener = listener;
    }

    /** Whether a probe is asked as it stands now. */
    boolean keeps(Probe probe) {
        var known = running.get(Key.of(probe));
        return known != null
                && known.uid().equals(probe.getMetadata().getUid())
                && known.generation() == generation(probe);
    }

    /**
     * From now on it is asked so; what was found before is kept.
     *
     * @param isWanted asked before each round: false ends it
     */
    void keep(Probe probe, Question question, Predicate<Key> isWanted) {
        var key = Key.of(probe);
        var pacing = Pacing.of(probe.getSpec());
        var old = running.remove(key);
        var history = old == null ? new History(pacing.interval()) : old.history();
        if (old != null) {
            end(old);
        }
        var thread = Thread.ofVirtual().name("probe " + key.name()).unstarted(() -> go(key, isWanted));
        running.put(
                key, new Running(probe.getMetadata().getUid(), generation(probe), pacing, question, history, thread));
        thread.start();
    }

    private static long generation(Probe probe) {
        return Objects.requireNonNullElse(probe.getMetadata().getGeneration(), 0L);
    }

    private void go(Key key, Predicate<Key> isWanted) {
        var mine = running.get(key);
        if (mine == null || !mine.thread().equals(Thread.currentThread())) {
            return;
        }
        try {
            pause.pause(mine.pacing().untilFirst(random));
            while (isWanted.test(key)) {
                round(key, mine);
                pause.pause(mine.pacing().untilNext(random));
            }
            if (running.remove(key, mine)) {
                Questions.close(mine.question());
            }
        } catch (InterruptedException ended) {
            return; // another spec, or the end of the program
        }
    }

    /** A bad answer after a good one is looked at twice, lest one lost packet count as a round. */
    private void round(Key key, Running mine) throws InterruptedException {
        var pacing = mine.pacing();
        var first = asker.ask(mine.question(), pacing.limit(), pacing.slowOver());
        boolean wasGood = mine.history()
                .newest()
                .filter(before -> before.grade() == Result.Grade.OK)
                .isPresent();
        var result = first;
        if (pacing.looksTwice() && wasGood && first.grade() == Result.Grade.FAIL) {
            pause.pause(pacing.untilSecondLook());
            var second = asker.ask(mine.question(), pacing.limit(), pacing.slowOver());
            result = second.grade() == Result.Grade.OK ? second : first;
        }
        mine.history().add(result);
        listener.heard(key, HERE, result);
    }

    /** Ends asking of one. */
    void drop(Key key) {
        var old = running.remove(key);
        if (old != null) {
            end(old);
        }
    }

    private static void end(Running old) {
        old.thread().interrupt();
        Questions.close(old.question());
    }

    /** For pages and figures. */
    public Optional<History> history(Key key) {
        return Optional.ofNullable(running.get(key)).map(Running::history);
    }

    @Override
    public void close() {
        running.keySet().forEach(this::drop);
    }
}
