package dev.allmende.e2e.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A cloud to walk through, and how to wait in it.
 *
 * @param member a login with the role member
 * @param admin a login with the role admin
 * @param pause lets a moment pass before something is looked at again
 * @param run tells this run's things from those that a broken run left behind
 */
record Walk(Cloud member, Cloud admin, Runnable pause, String run) {

    private static final int TRIES = 400;

    /** Looks until nothing is going on any more. */
    <W extends Wanted<W>, T extends Resource> T settled(Resources<W, T> resources, String id) {
        for (int i = 0; i < TRIES; i++) {
            var found = resources.find(id).orElseThrow();
            if (!(found.state() instanceof State.Busy)) {
                return found;
            }
            pause.run();
        }
        throw new AssertionError("a " + resources.kind().word() + " is still busy: "
                + resources.find(id).orElseThrow().state());
    }

    <W extends Wanted<W>, T extends Resource> T ready(Resources<W, T> resources, String id) {
        var found = settled(resources, id);
        assertThat(found.state()).isInstanceOf(State.Ready.class);
        return found;
    }

    void gone(Resources<?, ?> resources, String id) {
        for (int i = 0; i < TRIES && resources.find(id).isPresent(); i++) {
            pause.run();
        }
        assertThat(resources.find(id))
                .as("a %s that was deleted", resources.kind().word())
                .isEmpty();
    }

    static Trouble trouble(Supplier<?> call) {
        var refused = catchThrowableOfType(OpenStackException.class, call::get);
        assertThat(refused).as("the call is refused").isNotNull();
        assertThat(refused.requestId()).as(refused.getMessage()).isPresent();
        assertThat(refused.said()).as(refused.getMessage()).isNotEmpty();
        return refused.trouble();
    }

    static Runnable sleeping(Duration time) {
        return () -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        };
    }
}
