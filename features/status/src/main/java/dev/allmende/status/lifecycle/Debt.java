package dev.allmende.status.lifecycle;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import java.util.List;
import java.util.Optional;

/** What is to be removed again, noted before it is made: when the answer to the request is lost, it is found by its mark. */
final class Debt<T extends Resource> {

    private final Sort<T> sort;
    private final Run run;
    private Optional<List<T>> last = Optional.empty();

    Debt(Sort<T> sort, Run run) {
        this.sort = sort;
        this.run = run;
    }

    /** The answer has come. */
    void seen(T thing) {
        last = Optional.of(List.of(thing));
    }

    String word() {
        return sort.word();
    }

    String name() {
        return sort.word() + " " + run.name();
    }

    /**
     * Asks for the removal of what is there and not on its way out; to be asked again until all is gone.
     *
     * @return whether nothing is left
     * @throws OpenStackException when asking again does not help
     */
    boolean isPaid() {
        var there = last.orElseGet(() -> sort.of(run));
        there.stream()
                .filter(thing -> !(thing.state() instanceof State.Leaving))
                .forEach(this::remove);
        var left = there.isEmpty() ? there : look(there);
        last = Optional.of(left);
        return left.isEmpty();
    }

    private List<T> look(List<T> there) {
        return there.stream()
                .flatMap(thing -> sort.find(thing.id()).stream())
                .filter(thing -> !thing.status().equalsIgnoreCase("deleted"))
                .toList();
    }

    private void remove(T thing) {
        try {
            sort.remove(thing);
        } catch (OpenStackException busy) {
            if (busy.trouble() != Trouble.CONFLICT) {
                throw busy;
            }
        }
    }
}
