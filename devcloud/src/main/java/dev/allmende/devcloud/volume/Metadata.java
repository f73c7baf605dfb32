package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import java.util.function.Function;

/** Metadata of volumes and snapshots as resources of their own: POST adds keys, PUT replaces all of them. */
final class Metadata {

    private Metadata() {}

    static void routes(Scoped routes, String kind, Function<Request, ObjectNode> need, Table rows) {
        String path = kind + "/{id}/metadata";
        routes.on("GET", path, r -> answer(need.apply(r)))
                .on("POST", path, r -> {
                    String id = need.apply(r).path("id").asText();
                    ObjectNode more = wanted(r);
                    rows.update(id, row -> row.withObject("/metadata").setAll(more));
                    return answer(need.apply(r));
                })
                .on("PUT", path, r -> {
                    String id = need.apply(r).path("id").asText();
                    ObjectNode all = wanted(r);
                    rows.update(id, row -> row.set("metadata", all));
                    return answer(need.apply(r));
                });
    }

    private static ObjectNode wanted(Request request) {
        return request.wrapped("metadata", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'metadata' is a required property"));
    }

    private static Answer answer(ObjectNode row) {
        return Answer.ok(Json.object().set("metadata", row.path("metadata")));
    }
}
