package dev.allmende.central.keep;

import dev.allmende.api.Thing;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/**
 * What is particular to a kind whose objects stand for a thing in the cloud.
 *
 * @param <R> kind
 * @param <O> what its status shows of the thing
 * @param <W> the thing as it is asked for
 * @param <T> the thing as the cloud shows it
 */
public interface Recipe<R extends Thing<?, O>, O extends Record, W extends Wanted<W>, T extends Resource> {

    /** Where things of this kind are; waits when they lie in something that is not there yet. */
    Sought<Resources<W, T>> in(Cloud cloud, R resource);

    /**
     * The thing as the spec wants it, name and description apart, or what it must wait for. Asked for a new thing, and again
     * when it is there: fields that the cloud shows otherwise are sent as a change, so those that cannot change must be
     * immutable in the spec.
     */
    Sought<W> sought(R resource);

    /** What is to be seen of the thing. Pure. */
    O seen(T thing);

    /** The same, for kinds of which the thing alone does not show all. May ask the cloud. */
    default O seen(Cloud cloud, T thing) {
        return seen(thing);
    }

    /** Name and description as this kind of thing takes them. */
    default W named(W wanted, String name, String description) {
        return wanted.name(name).description(description);
    }

    /** Asks for a new thing. */
    default T make(Cloud cloud, Resources<W, T> things, W wanted) {
        return things.create(wanted);
    }

    /** Sends what differs of the thing's own fields; the thing as it is then. */
    default T send(Cloud cloud, Resources<W, T> things, T thing, W changes) {
        return things.update(thing.id(), changes);
    }

    /** What the thing lacks beside its own fields, in the order in which it is to be mended. May ask the cloud. */
    default Sought<List<Change>> further(R resource, Cloud cloud, T thing) {
        return Sought.of(List.of());
    }

    /** What must be taken off the thing before it can be deleted. May ask the cloud. */
    default List<Change> undo(R resource, Cloud cloud, T thing) {
        return List.of();
    }

    /** Whether the thing can be used. */
    default State state(R resource, T thing) {
        return thing.state();
    }

    /**
     * Whether a refusal only says that something else is going on with the thing just now: then its end is waited for, and
     * no user is told of the refusal.
     */
    default boolean isBusy(OpenStackException refused) {
        return false;
    }

    /** Whether this object made the thing; for kinds without a place for the mark by what else tells. */
    default boolean isOwn(R resource, T thing, Mark mark, Mark.Place place) {
        return mark.isOn(thing, place);
    }

    /** Options of the call that deletes. */
    default Filter deletion(R resource) {
        return Filter.ALL;
    }
}
