package dev.allmende.status.lifecycle;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Lets life cycles run. What a run has made is gone at its end, and after a run that failed or was interrupted it is removed
 * by a thread that nobody interrupts. What that cannot remove, and what a crash leaves, is swept up before a later run of the
 * same probe. Thread-safe.
 */
public final class LifeCycles implements AutoCloseable {

    private static final Duration CLEANING = Duration.ofMinutes(5);
    private static final Duration SWEEPING = Duration.ofMinutes(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final Time time;
    private final RandomGenerator random;
    private final Consumer<String> problems;
    private final Map<String, Thread> cleaning = new ConcurrentHashMap<>();
    private final Set<String> swept = ConcurrentHashMap.newKeySet();

    /** Waits; a test's one may not. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    /** @param problems told what could not be removed, and what was swept up */
    public LifeCycles(InstantSource clock, Pause pause, RandomGenerator random, Consumer<String> problems) {
        this.time = new Time(clock, pause);
        this.random = random;
        this.problems = problems;
    }

    /**
     * One run. Ends soon after an interrupt.
     *
     * @param probe whose it is: a unique identifier that stays
     * @param limit longest that a run of this probe takes: what is twice as old is nobody's any more
     * @throws OpenStackException when the cloud refused
     * @throws Setback when something else went wrong
     */
    public void live(Cloud cloud, Cycle cycle, String probe, Duration limit, Steps steps) throws InterruptedException {
        if (cleaning.containsKey(probe)) {
            throw new Setback(Setback.Why.OURS, "what the round before has made is still being removed");
        }
        var place = new Place(cloud);
        var mark = Run.probe(probe);
        sweep(cycle, place, mark, limit);
        var life = new Life(Run.of(mark, time.now(), random), time, steps);
        try {
            cycle.live(life, place);
            life.end();
        } finally {
            if (!life.debts().isEmpty()) {
                clean(life, probe, mark);
            }
        }
    }

    /** Before the first run here, and after each that left something: until nothing young is about. */
    private void sweep(Cycle cycle, Place place, String mark, Duration limit) throws InterruptedException {
        if (!swept.add(mark)) {
            return;
        }
        try {
            var found = Sweeper.find(cycle, place, mark, time.now().minus(limit.multipliedBy(2)));
            if (!found.old().isEmpty()) {
                problems.accept("swept up what an earlier run left: " + String.join(", ", names(found.old())));
            }
            var left = Cleaning.clean(found.old(), SWEEPING, time);
            if (!left.isEmpty()) {
                problems.accept("cannot be removed yet: " + String.join(", ", left));
            }
            if (found.isSomeYoung() || !left.isEmpty()) {
                swept.remove(mark);
            }
        } catch (OpenStackException later) {
            swept.remove(mark);
        }
    }

    private static Iterable<String> names(Iterable<Debt<?>> debts) {
        var names = new ArrayList<String>();
        debts.forEach(debt -> names.add(debt.name()));
        return names;
    }

    private void clean(Life life, String probe, String mark) {
        var debts = new ArrayList<>(life.debts());
        swept.remove(mark);
        var thread = Thread.ofVirtual().name("life cycle's end").unstarted(() -> {
            try {
                var left = Cleaning.clean(debts, CLEANING, time);
                if (!left.isEmpty()) {
                    problems.accept("left behind until it is swept up: " + String.join(", ", left));
                }
            } catch (InterruptedException end) {
                problems.accept("left behind until it is swept up: " + String.join(", ", names(debts)));
            } finally {
                cleaning.remove(probe);
            }
        });
        cleaning.put(probe, thread);
        thread.start();
    }

    /** Waits until nothing is being removed any more. */
    void settle() throws InterruptedException {
        for (var thread : cleaning.values()) {
            thread.join();
        }
    }

    /** Gives what is being removed a moment; the rest is swept up. */
    @Override
    public void close() {
        try {
            var end = Instant.now().plus(LAST_WAIT);
            for (var thread : cleaning.values()) {
                thread.join(Duration.between(Instant.now(), end));
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        cleaning.values().forEach(Thread::interrupt);
    }
}
