package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Neutron's lists: filters on any field, chosen fields, and pages with next and previous when a limit is given. */
final class Lists {
    private static final Set<String> NO_FILTERS =
            Set.of("limit", "marker", "fields", "sort_key", "sort_dir", "page_reverse");

    private static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return new Refused(400, "HTTPBadRequest", "Limit must be an integer 0 or greater and not '" + value + "'");
        }

        @Override
        public Refused marker(String value) {
            return new Refused(404, "NotFound", "Marker " + value + " could not be found");
        }
    };

    private Lists() {}

    static Answer of(Request request, String collection, List<ObjectNode> visible) {
        List<ObjectNode> found = visible.stream()
                .filter(row -> matches(request, row))
                .sorted(Comparator.comparing(row -> row.path("id").asText()))
                .toList();
        Paging page = Paging.cut(found, request.query(), Integer.MAX_VALUE, Integer.MAX_VALUE, COMPLAINTS);
        ObjectNode body = Json.object();
        body.set(
                collection,
                Json.array(
                        page.items().stream().map(row -> chosen(request, row)).toList()));
        if (request.query().first("limit").isPresent() && !page.items().isEmpty()) {
            body.set(collection + "_links", links(request, page));
        }
        return Answer.ok(body);
    }

    private static ArrayNode links(Request request, Paging page) {
        String url = request.base() + request.path() + "?";
        ArrayNode links = Json.array();
        page.next()
                .ifPresent(marker ->
                        links.add(Json.link("next", url + request.query().withMarker(marker))));
        String first = page.items().getFirst().path("id").asText();
        return links.add(Json.link("previous", url + request.query().withMarker(first) + "&page_reverse=True"));
    }

    private static boolean matches(Request request, ObjectNode row) {
        for (Map.Entry<String, List<String>> filter : request.query().values().entrySet()) {
            String field = filter.getKey();
            if (!NO_FILTERS.contains(field) && row.has(field)) {
                String value = row.path(field).asText();
                if (filter.getValue().stream().noneMatch(value::equalsIgnoreCase)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static ObjectNode chosen(Request request, ObjectNode row) {
        List<String> fields = request.query().all("fields");
        return fields.isEmpty() ? row : row.deepCopy().retain(fields);
    }
}
