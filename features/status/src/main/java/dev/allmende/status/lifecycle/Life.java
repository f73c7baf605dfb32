package dev.allmende.status.lifecycle;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** One run under way: its steps, and what it owes to the cloud. For one thread. */
final class Life {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GONE = Duration.ofMinutes(1);

    /** One answer that is lost while we wait is for the probes of the API to tell. */
    private static final int MOST_LOST = 2;

    private final Run run;
    private final Time time;
    private final Steps steps;
    private final Deque<Debt<?>> debts = new ArrayDeque<>();

    Life(Run run, Time time, Steps steps) {
        this.run = run;
        this.time = time;
        this.steps = steps;
    }

    Run run() {
        return run;
    }

    /** What is still to be removed, the newest first. */
    Deque<Debt<?>> debts() {
        return debts;
    }

    <T> T step(String step, Supplier<T> act) {
        steps.begins(step);
        var result = act.get();
        steps.ended(step);
        return result;
    }

    /** In a step that is called after the sort. */
    <W extends Wanted<W>, T extends Resource> T make(ServiceSort<W, T> sort, W wish) {
        return makeBy(sort, () -> sort.things().create(sort.marked(wish, run)));
    }

    /** @param creation of one with the run's name and mark on it */
    <T extends Resource> T makeBy(Sort<T> sort, Supplier<T> creation) {
        return step(sort.word(), () -> {
            var debt = new Debt<>(sort, run);
            debts.push(debt);
            var made = creation.get();
            debt.seen(made);
            return made;
        });
    }

    /** Waits until it can be used. */
    <T extends Resource> T ready(String step, Duration limit, Sort<T> sort, T thing) throws InterruptedException {
        return await(step, limit, () -> {
            var now = sort.find(thing.id())
                    .orElseThrow(() -> new Setback(Setback.Why.BROKEN, "the %s is gone".formatted(sort.word())));
            return switch (now.state()) {
                case State.Ready ready -> Optional.of(now);
                case State.Busy busy -> Optional.empty();
                case State.Leaving leaving -> Optional.empty();
                case State.Broken(var status, var reason) ->
                    throw new Setback(
                            Setback.Why.BROKEN,
                            "the %s went to %s%s"
                                    .formatted(sort.word(), status, reason.isEmpty() ? "" : ": " + reason));
            };
        });
    }

    /** Looks each second. */
    <T> T await(String step, Duration limit, Supplier<Optional<T>> look) throws InterruptedException {
        steps.begins(step);
        var end = time.now().plus(limit);
        int lost = 0;
        while (true) {
            try {
                var found = look.get();
                if (found.isPresent()) {
                    steps.ended(step);
                    return found.get();
                }
                lost = 0;
            } catch (OpenStackException failed) {
                if (failed.trouble() != Trouble.TRANSIENT || ++lost > MOST_LOST) {
                    throw failed;
                }
            }
            if (!time.now().isBefore(end)) {
                throw new Setback(Setback.Why.LATE, "not within %d s".formatted(limit.toSeconds()));
            }
            time.pause(POLL);
        }
    }

    /** Removes all that it made, each in a step of its own. */
    void end() throws InterruptedException {
        for (var debt = debts.peek(); debt != null; debt = debts.peek()) {
            var next = debt;
            await("delete-" + next.word(), GONE, () -> next.isPaid() ? Optional.of(next) : Optional.empty());
            debts.pop();
        }
    }
}
