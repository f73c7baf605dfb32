package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks of strings. Lengths are in code points. Of length and pattern only the first that is broken is told.
 *
 * @param max -1 for no limit, as for {@code min}
 */
record StringRules(
        int max,
        int min,
        @Nullable Pattern pattern,
        @Nullable String formatName,
        @Nullable Predicate<String> format) {

    static @Nullable StringRules of(JsonNode schema) {
        var format = Formats.named(schema.path("format").asText(""));
        var pattern = schema.path("pattern").asText("");
        int max = ValueRules.limit(schema, "maxLength");
        int min = ValueRules.limit(schema, "minLength");
        if (format == null && pattern.isEmpty() && max < 0 && min < 0) {
            return null;
        }
        return new StringRules(
                max,
                min,
                pattern.isEmpty() ? null : Pattern.compile(pattern),
                schema.path("format").asText(""),
                format);
    }

    void check(String value, Walk walk) {
        if (max >= 0 && isLonger(value)) {
            walk.fault(Kind.TOO_LONG, null, "may not be more than %d %s".formatted(max, max == 1 ? "byte" : "bytes"));
        } else if (min >= 0 && isShorter(value)) {
            walk.faultInBody(Kind.INVALID, Quoted.text(value), "should be at least " + min + " chars long");
        } else if (pattern != null && !pattern.matcher(value).find()) {
            walk.faultInBody(Kind.INVALID, Quoted.text(value), "should match '" + pattern.pattern() + "'");
        }
        if (format != null) {
            checkFormat(value, format, walk);
        }
    }

    private void checkFormat(String value, Predicate<String> format, Walk walk) {
        if (format.test(value)) {
            walk.agreed++;
            return;
        }
        var quoted = Quoted.text(value);
        walk.faultInBody(Kind.TYPE_INVALID, quoted, "must be of type " + formatName + ": " + quoted);
    }

    private boolean isLonger(String value) {
        return value.length() > max && value.codePointCount(0, value.length()) > max;
    }

    private boolean isShorter(String value) {
        return value.length() < min || (value.length() < 2 * min && value.codePointCount(0, value.length()) < min);
    }
}
