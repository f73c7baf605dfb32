package dev.allmende.devcloud.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, decoded, in the order sent.
 *
 * @param raw the text after the question mark, empty if there is none
 */
public record Query(String raw, Map<String, List<String>> values) {
    public static Query of(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return new Query("", values);
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.merge(
                    name,
                    List.of(value),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return new Query(raw, values);
    }

    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same query with this marker instead of the old one: the text of a link to the next page. */
    public String withMarker(String marker) {
        Stream<String> kept = Stream.of(raw.split("&")).filter(p -> !p.isEmpty() && !p.startsWith("marker="));
        return String.join(
                "&", Stream.concat(kept, Stream.of("marker=" + marker)).toList());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
