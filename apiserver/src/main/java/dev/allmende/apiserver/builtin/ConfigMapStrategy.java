package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ConfigMaps. */
final class ConfigMapStrategy implements Strategy {

    @Override
    public List<FieldError> validate(ObjectNode map, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        if (old != null) {
            errors.addAll(Keys.lasting(map, old, "data", "binaryData"));
        }
        var data = map.path("data");
        var binary = map.path("binaryData");
        errors.addAll(Keys.syntax(data, "data"));
        data.fieldNames().forEachRemaining(key -> {
            if (binary.has(key)) {
                errors.add(Faults.invalid(Keys.path("data", key), key, "duplicate of key present in binaryData"));
            }
        });
        errors.addAll(Keys.syntax(binary, "binaryData"));
        if (Keys.bytes(data) + Keys.decodedBytes(binary) > Keys.MOST_BYTES) {
            errors.add(Faults.tooLong("", Keys.MOST_BYTES));
        }
        return errors;
    }
}
