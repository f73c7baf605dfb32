package dev.allmende.status.lifecycle;

import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a life can make.
 *
 * @param word for steps and messages, such as {@code volume}
 * @param named whether the service gives it a name; else its description stands for it
 * @param removal asks for the removal of one
 */
record Sort<W extends Wanted<W>, T extends Resource>(
        String word, boolean named, Resources<W, T> things, Consumer<T> removal) {

    static <W extends Wanted<W>, T extends Resource> Sort<W, T> of(String word, Resources<W, T> things) {
        return new Sort<>(word, true, things, thing -> things.delete(thing.id()));
    }

    Sort<W, T> withoutName() {
        return new Sort<>(word, false, things, removal);
    }

    Sort<W, T> removedBy(Consumer<T> other) {
        return new Sort<>(word, named, things, other);
    }

    /** A wish with the run's name and mark on it. */
    W marked(W wish, Run run) {
        var called = named ? wish.name(run.name()) : wish.description(run.name());
        return things.marked(called, run.mark());
    }

    /** What a run has made. */
    List<T> of(Run run) {
        return things.list(named ? Filter.name(run.name()) : Filter.ALL).stream()
                .filter(thing -> run(thing).filter(run::equals).isPresent())
                .toList();
    }

    List<T> all() {
        return things.list(Filter.ALL);
    }

    /** Which run has made a thing, as its name and its mark say; by the name alone where the service keeps no mark. */
    Optional<Run> run(T thing) {
        var place = things.kind().place();
        return Run.of(named ? thing.name() : thing.description())
                .filter(run -> place == Mark.Place.NOWHERE || run.mark().isOn(thing, place));
    }
}
