package dev.allmende.central.keep;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.kit.Outcome;
import dev.allmende.kit.Remover;
import java.util.Optional;

/** Whether a thing goes with its object at all. Pure. */
final class Parting {

    private Parting() {}

    /** What stands in the way, or that nothing is to be done; empty when the thing is to be removed. */
    static <O extends Record> Optional<Remover.Step<Status<O>>> of(Thing<?, O> resource, Status<O> before) {
        var spec = resource.getSpec();
        boolean isObserved = spec.managementPolicy() == ManagementPolicy.OBSERVE;
        if (spec.onDelete() == DeletionPolicy.PROTECT && !isObserved) {
            return Optional.of(left(before, "protected: set spec.deletionPolicy to Delete or Retain to let it go"));
        }
        if (!before.usedBy().isEmpty()) {
            return Optional.of(left(before, "still used by " + String.join(", ", before.usedBy())));
        }
        return isObserved || spec.onDelete() == DeletionPolicy.RETAIN
                ? Optional.of(new Remover.Gone<>())
                : Optional.empty();
    }

    static <O extends Record> Remover.Step<Status<O>> left(Status<O> before, String message) {
        return new Remover.Left<>(new Outcome.Busy<>(before, Reason.DELETING, message));
    }
}
