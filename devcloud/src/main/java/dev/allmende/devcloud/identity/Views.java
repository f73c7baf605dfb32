package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How Keystone shows rows: each with its own link, lists with links to themselves. */
final class Views {
    /** Query parameters that are no filters on fields. */
    private static final Set<String> NO_FILTERS = Set.of("limit", "marker", "sort_key", "sort_dir");

    private Views() {}

    static ObjectNode linked(Request request, String kind, ObjectNode row) {
        ObjectNode copy = row.deepCopy();
        copy.set(
                "links",
                Json.object()
                        .put(
                                "self",
                                request.base() + "/v3/" + kind + "/"
                                        + row.path("id").asText()));
        return copy;
    }

    static Answer one(Request request, int status, String kind, ObjectNode row) {
        String wrapper = kind.substring(0, kind.length() - 1);
        return Answer.json(status, Json.object().set(wrapper, linked(request, kind, row)));
    }

    /** A list, filtered by the fields that the query names. */
    static Answer list(Request request, String kind, List<ObjectNode> rows) {
        return raw(
                request,
                kind,
                rows.stream()
                        .filter(row -> matches(request, row))
                        .map(row -> linked(request, kind, row))
                        .toList());
    }

    static Answer raw(Request request, String kind, List<ObjectNode> rows) {
        ObjectNode body = Json.object();
        body.set(kind, Json.array(rows));
        String query = request.query().raw();
        ObjectNode links = Json.object().putNull("next");
        links.put("self", request.base() + request.path() + (query.isEmpty() ? "" : "?" + query));
        body.set("links", links.putNull("previous"));
        return Answer.ok(body);
    }

    private static boolean matches(Request request, ObjectNode row) {
        for (Map.Entry<String, List<String>> filter : request.query().values().entrySet()) {
            JsonNode field = row.path(filter.getKey());
            if (!NO_FILTERS.contains(filter.getKey()) && !field.isMissingNode()) {
                String wanted = filter.getValue().getFirst();
                if (field.isArray()) {
                    List<String> have =
                            field.valueStream().map(JsonNode::asText).toList();
                    return have.containsAll(List.of(wanted.split(",")));
                }
                if (!field.asText().equalsIgnoreCase(wanted)) {
                    return false;
                }
            }
        }
        return true;
    }
}
