package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Field errors in the words of apimachinery util/validation/field. */
final class Faults {

    private Faults() {}

    static FieldError invalid(String path, String value, String detail) {
        return FieldError.invalid(path, Quoted.text(value), detail);
    }

    static FieldError invalid(String path, JsonNode value, String detail) {
        return FieldError.invalid(path, value.isMissingNode() ? "null" : GoText.of(value), detail);
    }

    static List<FieldError> invalid(String path, String value, List<String> details) {
        return details.stream().map(detail -> invalid(path, value, detail)).toList();
    }

    static FieldError notSupported(String path, String value, List<String> supported) {
        var list = supported.stream().map(Quoted::text).collect(Collectors.joining(", "));
        return new FieldError(Kind.NOT_SUPPORTED, path, Quoted.text(value), "supported values: " + list);
    }

    static FieldError duplicate(String path, String value) {
        return new FieldError(Kind.DUPLICATE, path, Quoted.text(value), "");
    }

    static FieldError tooLong(String path, long most) {
        return new FieldError(Kind.TOO_LONG, path, null, "may not be more than %d bytes".formatted(most));
    }

    /** Empty when both are equal or both absent. */
    static List<FieldError> immutable(String path, @Nullable JsonNode value, @Nullable JsonNode old) {
        if (Objects.equals(value, old)) {
            return List.of();
        }
        return List.of(FieldError.invalid(path, value == null ? "null" : GoText.of(value), "field is immutable"));
    }
}
