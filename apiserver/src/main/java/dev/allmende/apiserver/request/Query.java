package dev.allmende.apiserver.request;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.StatusException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query part of a URL, decoded. */
public record Query(Map<String, List<String>> parameters) {

    public static final Query NONE = new Query(Map.of());
    private static final int MOST_PARAMETERS = 200;

    /** @throws StatusException 400 when the escapes are broken or there are too many parameters */
    public static Query parse(String raw) {
        if (raw.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (var part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARAMETERS) {
                throw StatusException.badRequest("more than " + MOST_PARAMETERS + " query parameters");
            }
            int equals = part.indexOf('=');
            var name = decode(equals < 0 ? part : part.substring(0, equals));
            var value = equals < 0 ? "" : decode(part.substring(equals + 1));
            parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        try {
            return text.indexOf('%') < 0 && text.indexOf('+') < 0
                    ? text
                    : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusException.badRequest("broken percent escape in the query near %s".formatted(text));
        }
    }

    /** The first value, empty when the parameter is absent. */
    public String text(String name) {
        var values = parameters.get(name);
        return values == null ? "" : values.getFirst();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** As Kubernetes reads booleans in queries: {@code false} and {@code 0} are false, all else is true. */
    public boolean flag(String name) {
        var values = parameters.get(name);
        if (values == null) {
            return false;
        }
        var value = values.getFirst();
        return !value.equals("false") && !value.equals("0");
    }

    /** @throws StatusException 400 when it is no whole number */
    public Optional<Long> number(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw StatusException.badRequest(
                    "strconv.ParseInt: parsing %s: invalid syntax".formatted(Quoted.text(value)));
        }
    }
}
