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
 * Things that a service keeps under an identifier of its own.
 *
 * @param named whether the service gives it a name; else its description stands for it
 * @param removal asks for the removal of one
 */
record ServiceSort<W extends Wanted<W>, T extends Resource>(
        String word, boolean named, Resources<W, T> things, Consumer<T> removal) implements Sort<T> {

    static <W extends Wanted<W>, T extends Resource> ServiceSort<W, T> of(String word, Resources<W, T> things) {
        return new ServiceSort<>(word, true, things, thing -> things.delete(thing.id()));
    }

    ServiceSort<W, T> withoutName() {
        return new ServiceSort<>(word, false, things, removal);
    }

    ServiceSort<W, T> removedBy(Consumer<T> other) {
        return new ServiceSort<>(word, named, things, other);
    }

    /** A wish with the run's name and mark on it. */
    W marked(W wish, Run run) {
        var called = named ? wish.name(run.name()) : wish.description(run.name());
        return things.marked(called, run.mark());
    }

    @Override
    public List<T> of(Run run) {
        return things.list(named ? Filter.name(run.name()) : Filter.ALL).stream()
                .filter(thing -> run(thing).filter(run::equals).isPresent())
                .toList();
    }

    @Override
    public List<T> all() {
        return things.list(Filter.ALL);
    }

    @Override
    public Optional<Run> run(T thing) {
        var place = things.kind().place();
        return Run.of(named ? thing.name() : thing.description())
                .filter(run -> place == Mark.Place.NOWHERE || run.mark().isOn(thing, place));
    }

    @Override
    public Optional<T> find(String id) {
        return things.find(id);
    }

    @Override
    public void remove(T thing) {
        removal.accept(thing);
    }
}
