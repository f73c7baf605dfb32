package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resource quotas: kept and shown, not enforced. */
final class QuotaStrategy implements Strategy {

    @Override
    public void prepare(ObjectNode quota, @Nullable ObjectNode old) {
        if (old == null) {
            quota.putObject("status");
        }
    }

    @Override
    public List<FieldError> validate(ObjectNode quota, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        Json.at(quota, "spec", "hard").properties().forEach(limit -> {
            var path = "spec.hard[%s]".formatted(limit.getKey());
            errors.addAll(Faults.invalid(path, limit.getKey(), Syntax.qualifiedName(limit.getKey())));
            var value = limit.getValue().asText();
            if (Quantities.isNegative(value)) {
                errors.add(Faults.invalid(path, value, "must be greater than or equal to 0"));
            }
        });
        return errors;
    }
}
