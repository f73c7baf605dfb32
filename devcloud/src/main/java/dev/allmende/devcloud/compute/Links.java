package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.List;

/** The links that Nova puts on everything: self with the version in the URL, bookmark without. */
final class Links {
    private Links() {}

    static ArrayNode both(Request request, String kind, String id) {
        return Json.array(
                List.of(Json.link("self", request.base() + "/v2.1/" + kind + "/" + id), bookmark(request, kind, id)));
    }

    static ObjectNode bookmark(Request request, String kind, String id) {
        return Json.link("bookmark", request.base() + "/" + kind + "/" + id);
    }

    static ObjectNode named(Request request, String kind, ObjectNode row) {
        String id = row.path("id").asText();
        ObjectNode shown =
                Json.object().put("id", id).put("name", row.path("name").asText());
        shown.set("links", both(request, kind, id));
        return shown;
    }

    static ArrayNode next(Request request, String marker) {
        String query = request.query().withMarker(marker);
        return Json.array(List.of(Json.link("next", request.base() + request.path() + "?" + query)));
    }
}
