package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Set;

/** Designate's lists: 20 a page when no limit is given, filters with {@code *}, and a count of all. */
final class Pages {
    private static final int STANDARD = 20;
    private static final int MAX = 1000;
    private static final Set<String> NO_FILTERS = Set.of("limit", "marker", "sort_key", "sort_dir");

    private static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return new Refused(400, "invalid_limit", "limit should be an integer between 1 and " + MAX);
        }

        @Override
        public Refused marker(String value) {
            return new Refused(400, "invalid_marker", "Marker " + value + " could not be found");
        }
    };

    private Pages() {}

    static Answer of(Request request, String kind, List<ObjectNode> rows) {
        List<ObjectNode> found =
                rows.stream().filter(row -> matches(request, row)).toList();
        Paging page = Paging.cut(found, request.query(), STANDARD, MAX, COMPLAINTS);
        String url = request.base() + request.path();
        String query = request.query().raw();
        ObjectNode links = Json.object().put("self", query.isEmpty() ? url : url + "?" + query);
        page.next()
                .ifPresent(
                        marker -> links.put("next", url + "?" + request.query().withMarker(marker)));
        ObjectNode body = Json.object();
        body.set(kind, Json.array(page.items()));
        body.set("links", links);
        body.set("metadata", Json.object().put("total_count", found.size()));
        return Answer.ok(body);
    }

    private static boolean matches(Request request, ObjectNode row) {
        return request.query().values().entrySet().stream()
                .filter(filter -> !NO_FILTERS.contains(filter.getKey()) && row.has(filter.getKey()))
                .allMatch(filter -> fits(
                        row.path(filter.getKey()).asText(), filter.getValue().getFirst()));
    }

    private static boolean fits(String value, String pattern) {
        String plain = pattern.replace("*", "");
        return pattern.equals(plain)
                ? value.equals(plain)
                : pattern.startsWith("*") ? value.endsWith(plain) : value.startsWith(plain);
    }
}
