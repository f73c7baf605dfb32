package dev.allmende.devcloud.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service's table of routes: method and path such as {@code GET /v2/images/{id}}. The first match wins, so a fixed word
 * stands before a named part. A last part such as {@code {key*}} stands for all that is left, slashes included.
 */
public final class Routes {
    /** Answers one request, or throws {@link Refused}. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    /** Whether a route can be used without a token. */
    public enum Access {
        TOKEN,
        OPEN
    }

    /** A route that fits, with the request that knows its named parts. */
    public record Match(Handler handler, Access access, Map<String, String> parts) {}

    private record Route(String method, List<String> segments, Access access, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes on(String method, String path, Handler handler) {
        routes.add(new Route(method, segments(path), Access.TOKEN, handler));
        return this;
    }

    public Routes open(String method, String path, Handler handler) {
        routes.add(new Route(method, segments(path), Access.OPEN, handler));
        return this;
    }

    public Optional<Match> match(String method, String path) {
        List<String> wanted = segments(path);
        for (Route route : routes) {
            if (fits(route.method, method)) {
                Optional<Map<String, String>> parts = parts(route.segments, wanted);
                if (parts.isPresent()) {
                    return Optional.of(new Match(route.handler, route.access, parts.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that this path knows; empty if the path is unknown. */
    public Set<String> methods(String path) {
        List<String> wanted = segments(path);
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (parts(route.segments, wanted).isPresent()) {
                methods.add(route.method);
            }
        }
        return methods;
    }

    private static boolean fits(String known, String asked) {
        return known.equals(asked) || (known.equals("GET") && asked.equals("HEAD"));
    }

    private static Optional<Map<String, String>> parts(List<String> pattern, List<String> path) {
        boolean open = pattern.getLast().endsWith("*}");
        if (open ? pattern.size() > path.size() : pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (segment.endsWith("*}")) {
                String rest = String.join("/", path.subList(i, path.size())).replace("+", "%2B");
                parts.put(segment.substring(1, segment.length() - 2), URLDecoder.decode(rest, StandardCharsets.UTF_8));
            } else if (segment.startsWith("{")) {
                parts.put(
                        segment.substring(1, segment.length() - 1),
                        URLDecoder.decode(path.get(i), StandardCharsets.UTF_8));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /** A slash at the end counts: Glance and Neutron answer differently with and without one. */
    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
