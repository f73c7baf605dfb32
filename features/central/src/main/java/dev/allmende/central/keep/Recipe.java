package dev.allmende.central.keep;

import dev.allmende.api.Drift;
import dev.allmende.api.Managed;
import dev.allmende.api.Placed;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;

/**
 * What is particular to a kind whose objects stand for a thing in the cloud.
 *
 * @param <R> kind
 * @param <S> its status
 * @param <W> the thing as it is asked for
 * @param <T> the thing as the cloud shows it
 */
public interface Recipe<
        R extends CustomResource<? extends Managed, S>, S extends Placed, W extends Wanted<W>, T extends Resource> {

    Resources<W, T> in(Cloud cloud);

    /** The thing as the spec wants it, name and description apart, or what it must wait for. */
    Sought<W> sought(R resource);

    /** Status of an object that was never looked at. */
    S unseen();

    /** What is to be seen of the thing. Pure. */
    S shown(T thing, List<Drift> drift);

    /** Objects that need this one, such as {@code Subnet blue}: it is not deleted before them. */
    List<String> holders(R resource);

    /** A wish, or why there is none yet. */
    sealed interface Sought<W> {}

    record Wants<W>(W wanted) implements Sought<W> {}

    record Waits<W>(String what) implements Sought<W> {}
}
