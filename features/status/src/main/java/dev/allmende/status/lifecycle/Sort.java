package dev.allmende.status.lifecycle;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Resource;
import java.util.List;
import java.util.Optional;

/** What a life can make: how it is found again and removed. All but the word ask the cloud. */
sealed interface Sort<T extends Resource> permits ContainerSort, ServiceSort {

    /** For steps and messages, such as {@code volume}. */
    String word();

    /** What a run has made. */
    List<T> of(Run run);

    /** What is there, whoever made it; at least all that lives have made. */
    List<T> all();

    /** Which run has made a thing, as its name and its mark say; by the name alone where the service keeps no mark. */
    Optional<Run> run(T thing);

    Optional<T> find(String id);

    /**
     * Asks for the removal of one.
     *
     * @throws OpenStackException with trouble CONFLICT when something still holds it
     */
    void remove(T thing);
}
