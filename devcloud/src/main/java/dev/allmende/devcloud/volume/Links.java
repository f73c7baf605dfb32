package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.List;

/** Cinder's links, which name the project even when the request does not. */
final class Links {
    private Links() {}

    static ArrayNode both(Request request, String kind, String id) {
        String tail = request.caller().project() + "/" + kind + "/" + id;
        return Json.array(List.of(
                Json.link("self", request.base() + "/v3/" + tail), Json.link("bookmark", request.base() + "/" + tail)));
    }

    static ObjectNode named(Request request, String kind, ObjectNode row) {
        String id = row.path("id").asText();
        ObjectNode shown = Json.object().put("id", id);
        shown.set("name", row.path("name"));
        shown.set("links", both(request, kind, id));
        return shown;
    }
}
