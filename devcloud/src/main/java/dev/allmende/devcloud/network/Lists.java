package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
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
        known(request, visible);
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
            if (!NO_FILTERS.contains(field) && !matches(row, field, filter.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(ObjectNode row, String field, List<String> wanted) {
        return switch (field) {
            case "tags" -> wanted.stream().allMatch(tags -> texts(row, "tags").containsAll(List.of(tags.split(","))));
            case "security_groups" -> wanted.stream().anyMatch(texts(row, field)::contains);
            case "fixed_ips" -> wanted.stream().allMatch(pair -> hasAddress(row, pair));
            default -> wanted.stream().anyMatch(row.path(field).asText()::equalsIgnoreCase);
        };
    }

    private static List<String> texts(ObjectNode row, String field) {
        return row.path(field).valueStream().map(JsonNode::asText).toList();
    }

    /** @param pair {@code subnet_id=...} or {@code ip_address=...} */
    private static boolean hasAddress(ObjectNode row, String pair) {
        String[] halves = pair.split("=", 2);
        return halves.length == 2
                && row.path("fixed_ips").findValuesAsText(halves[0]).contains(halves[1]);
    }

    /** Neutron refuses filters on fields that the kind does not have (extension filter-validation). */
    private static void known(Request request, List<ObjectNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> unknown = request.query().values().keySet().stream()
                .filter(field -> !NO_FILTERS.contains(field) && rows.stream().noneMatch(row -> row.has(field)))
                .map(field -> "'" + field + "'")
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(
                    400, "HTTPBadRequest", "[" + String.join(", ", unknown) + "] is invalid attribute for filtering");
        }
    }

    private static ObjectNode chosen(Request request, ObjectNode row) {
        List<String> fields = request.query().all("fields");
        return fields.isEmpty() ? row : row.deepCopy().retain(fields);
    }
}
