package dev.allmende.apiserver.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Header fields by name in small letters. */
public record Headers(Map<String, List<String>> fields) {

    public static final Headers NONE = new Headers(Map.of());

    /** The first value, empty when the field is absent. */
    public String text(String name) {
        var values = fields.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
