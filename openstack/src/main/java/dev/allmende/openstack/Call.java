package dev.allmende.openstack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request to a service.
 *
 * @param method HTTP method in capitals
 * @param path below the service's versioned base URL, starting with {@code /}, already percent-encoded; or an absolute
 *     http(s) URL (a {@code next} link)
 * @param query parameters in order, not yet encoded
 * @param headers further headers; never the token
 * @param body empty for none
 */
public record Call(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    private static final byte[] NO_BODY = {};

    public Call {
        if (method.isEmpty() || !method.equals(method.toUpperCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("method must be an HTTP method in capitals, was '" + method + "'");
        }
        if (!path.startsWith("/") && !path.startsWith("http")) {
            throw new IllegalArgumentException("path must start with / or be an absolute URL, was '" + path + "'");
        }
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), Map.of(), NO_BODY);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), Map.of(), NO_BODY);
    }

    public static Call post(String path, byte[] json) {
        return new Call("POST", path, Map.of(), Map.of("Content-Type", "application/json"), json);
    }

    public static Call put(String path, byte[] json) {
        return new Call("PUT", path, Map.of(), Map.of("Content-Type", "application/json"), json);
    }

    public static Call patch(String path, byte[] json) {
        return new Call("PATCH", path, Map.of(), Map.of("Content-Type", "application/json"), json);
    }

    /** This call with one more query parameter. */
    public Call with(String name, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Call(method, path, more, headers, body);
    }

    /** This call with one more header. */
    public Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, query, more, body);
    }

    /** Whether repeating the request cannot change anything twice. */
    public boolean idempotent() {
        return switch (method) {
            case "GET", "HEAD", "PUT", "DELETE" -> true;
            default -> false;
        };
    }
}
