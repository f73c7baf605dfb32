package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets.GuestCheck;
import dev.allmende.api.status.ProbeTargets.Lifecycle;
import dev.allmende.status.lifecycle.BalancerCycle;
import dev.allmende.status.lifecycle.Cycle;
import dev.allmende.status.lifecycle.NetworkCycle;
import dev.allmende.status.lifecycle.ObjectCycle;
import dev.allmende.status.lifecycle.ServerCycle;
import dev.allmende.status.lifecycle.VolumeCycle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which life cycle a probe asks for. Pure. */
final class Cycles {

    private Cycles() {}

    /** @throws IllegalArgumentException when something is missing; says what to do */
    static Cycle of(Lifecycle target) {
        return switch (target.cycle()) {
            case NETWORK -> new NetworkCycle(Optional.ofNullable(target.externalNetwork()));
            case VOLUME -> new VolumeCycle(Optional.ofNullable(target.volumeType()));
            case SERVER ->
                new ServerCycle(
                        needed(target.image(), "image"),
                        needed(target.flavor(), "flavor"),
                        target.check() == GuestCheck.SSH
                                ? new ServerCycle.Ssh(needed(target.externalNetwork(), "externalNetwork"))
                                : new ServerCycle.Console(Optional.ofNullable(target.consoleText())));
            case OBJECT -> new ObjectCycle();
            case LOAD_BALANCER -> new BalancerCycle(Optional.ofNullable(target.provider()));
        };
    }

    private static String needed(@Nullable String value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("spec.lifecycle.%s is missing".formatted(field));
        }
        return value;
    }
}
