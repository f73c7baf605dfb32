package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leases. Coordinated elections are not offered: their fields are dropped, as by a Kubernetes that has them switched off. */
final class LeaseStrategy implements Strategy {

    @Override
    public void prepare(ObjectNode lease, @Nullable ObjectNode old) {
        lease.withObjectProperty("spec").remove(List.of("strategy", "preferredHolder"));
    }

    @Override
    public List<FieldError> validate(ObjectNode lease, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        var duration = Json.at(lease, "spec", "leaseDurationSeconds");
        if (duration.isNumber() && duration.asInt() <= 0) {
            errors.add(Faults.invalid("spec.leaseDurationSeconds", duration, "must be greater than 0"));
        }
        var transitions = Json.at(lease, "spec", "leaseTransitions");
        if (transitions.asInt() < 0) {
            errors.add(Faults.invalid("spec.leaseTransitions", transitions, "must be greater than or equal to 0"));
        }
        return errors;
    }
}
