package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;

/** Snapshots of volumes. */
final class Snapshots {
    private static final String EXTENDED = "os-extended-snapshot-attributes:";

    private final Store store;

    Snapshots(Store store) {
        this.store = store;
    }

    void routes(Scoped routes) {
        routes.on("GET", "snapshots", r -> list(r, false))
                .on("POST", "snapshots", this::create)
                .on("GET", "snapshots/detail", r -> list(r, true))
                .on("GET", "snapshots/{id}", this::show)
                .on("PUT", "snapshots/{id}", this::update)
                .on("DELETE", "snapshots/{id}", this::delete);
        Metadata.routes(routes, "snapshots", r -> store.need(store.snapshots, "Snapshot", r), store.snapshots);
    }

    private Answer list(Request request, boolean detail) {
        return Volume.page(
                request,
                "snapshots",
                "snapshots_links",
                store.own(store.snapshots, request),
                row -> detail ? full(request, row) : plain(row));
    }

    private static ObjectNode plain(ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove(java.util.List.of(Store.OWNER, "user_id"));
        return shown;
    }

    private static ObjectNode versioned(Request request, ObjectNode row) {
        ObjectNode shown = plain(row);
        int minor = VolumeManners.version(request).minor();
        if (minor >= 14) {
            shown.putNull("group_snapshot_id");
        }
        if (minor >= 41) {
            shown.set("user_id", row.path("user_id"));
        }
        if (minor >= 65) {
            shown.put("consumes_quota", true);
        }
        return shown;
    }

    private static ObjectNode full(Request request, ObjectNode row) {
        ObjectNode shown = versioned(request, row);
        shown.put(EXTENDED + "project_id", Store.owner(row));
        return shown.put(EXTENDED + "progress", row.path("status").asText().equals("available") ? "100%" : "0%");
    }

    private Answer show(Request request) {
        return Answer.ok(
                Json.object().set("snapshot", full(request, store.need(store.snapshots, "Snapshot", request))));
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("snapshot", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'snapshot' is a required property"));
        String project = request.caller().project();
        ObjectNode volume =
                Store.need(store.volumes, "Volume", wanted.path("volume_id").asText(), project);
        String status = volume.path("status").asText();
        boolean isForced = wanted.path("force").asBoolean()
                || VolumeManners.version(request).atLeast(66);
        if (!status.equals("available") && !(status.equals("in-use") && isForced)) {
            throw Refused.badRequest(
                    "Invalid volume: Volume " + volume.path("id").asText() + " status must be available, but"
                            + " current status is: " + status + ".");
        }
        ObjectNode row = Json.object().put("id", store.world.ids().uuid()).put("created_at", store.world.micros());
        row.putNull("updated_at").put("name", wanted.path("name").asText(""));
        row.set("description", wanted.has("description") ? wanted.get("description") : wanted.nullNode());
        row.put("volume_id", volume.path("id").asText()).put("status", "creating");
        row.set("size", volume.path("size"));
        row.set("metadata", wanted.path("metadata").isObject() ? wanted.path("metadata") : Json.object());
        store.snapshots.add(
                row.put(Store.OWNER, project).put("user_id", request.caller().userId()));
        store.settle(
                store.snapshots,
                row.path("id").asText(),
                store.scenario.timing().snapshot(),
                "available");
        return Answer.json(202, Json.object().set("snapshot", versioned(request, row)));
    }

    private Answer update(Request request) {
        ObjectNode row = store.need(store.snapshots, "Snapshot", request);
        ObjectNode wanted = request.wrapped("snapshot", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'snapshot' is a required property"));
        String id = row.path("id").asText();
        store.snapshots.update(id, s -> {
            for (String field : java.util.List.of("name", "description")) {
                if (wanted.has(field)) {
                    s.set(field, wanted.get(field));
                }
            }
        });
        return Answer.ok(
                Json.object().set("snapshot", versioned(request, store.need(store.snapshots, "Snapshot", request))));
    }

    private Answer delete(Request request) {
        ObjectNode row = store.need(store.snapshots, "Snapshot", request);
        String status = row.path("status").asText();
        if (!status.equals("available") && !status.startsWith("error")) {
            throw Refused.badRequest(
                    "Invalid snapshot: Snapshot status must be available or error and must not be part of a group.");
        }
        store.removeLater(store.snapshots, row.path("id").asText());
        return Answer.empty(202);
    }
}
