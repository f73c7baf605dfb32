package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.time.Duration;
import java.util.Optional;

/** Backups of volumes and restoring them. */
final class Backups {
    private final Store store;

    Backups(Store store) {
        this.store = store;
    }

    void routes(Scoped routes) {
        routes.on("GET", "backups", r -> list(r, false))
                .on("POST", "backups", this::create)
                .on("GET", "backups/detail", r -> list(r, true))
                .on("GET", "backups/{id}", this::show)
                .on("PUT", "backups/{id}", this::update)
                .on("DELETE", "backups/{id}", this::delete)
                .on("POST", "backups/{id}/restore", this::restore);
    }

    private Answer list(Request request, boolean detail) {
        return Volume.page(
                request,
                "backups",
                "backups_links",
                store.own(store.backups, request),
                row -> detail ? full(request, row) : Links.named(request, "backups", row));
    }

    private static ObjectNode full(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove(java.util.List.of(Store.OWNER, "_metadata", "_parent"));
        shown.set("links", Links.both(request, "backups", row.path("id").asText()));
        int minor = VolumeManners.version(request).minor();
        if (minor >= 43) {
            shown.set("metadata", row.path("_metadata"));
        }
        return shown;
    }

    private ObjectNode need(Request request) {
        return store.need(store.backups, "Backup", request);
    }

    private Answer show(Request request) {
        return Answer.ok(Json.object().set("backup", full(request, need(request))));
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("backup", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'backup' is a required property"));
        if (!wanted.hasNonNull("volume_id")) {
            throw Refused.badRequest("Invalid input for field/attribute backup. Value: " + wanted
                    + ". 'volume_id' is a required property");
        }
        String project = request.caller().project();
        ObjectNode volume =
                Store.need(store.volumes, "Volume", wanted.path("volume_id").asText(), project);
        String volumeId = volume.path("id").asText();
        String before = volume.path("status").asText();
        if (!before.equals("available")
                && !(before.equals("in-use") && wanted.path("force").asBoolean())) {
            throw Refused.badRequest(
                    "Invalid volume: Volume to be backed up must be available or in-use, but the current status is \""
                            + before + "\".");
        }
        String name = wanted.path("name").asText("");
        int most = store.quotas.limit(project, "backups");
        int have = store.own(store.backups, request).size();
        if ((most >= 0 && have >= most) || store.faults.quotaUsedUp("volume", name)) {
            throw new Refused(
                    413, "", "BackupLimitExceeded: Maximum number of backups allowed (" + most + ") exceeded");
        }
        Optional<ObjectNode> parent =
                wanted.path("incremental").asBoolean() ? Optional.of(parent(volumeId)) : Optional.empty();
        ObjectNode row = store.backups.add(row(name, wanted, volume, project));
        parent.ifPresent(p -> {
            row.set("_parent", p.path("id"));
            store.backups.update(p.path("id").asText(), b -> b.put("has_dependent_backups", true));
        });
        String id = row.path("id").asText();
        store.set(store.volumes, volumeId, "backing-up");
        Duration time = store.scenario.timing().backup();
        store.settle(store.backups, id, time, "available");
        store.world.timeline().after(time, () -> {
            store.set(store.volumes, volumeId, before);
            store.backups.update(
                    id,
                    b -> b.put("object_count", 1)
                            .put("container", id.substring(0, 2) + "/" + id.substring(2, 4) + "/" + id));
        });
        return Answer.json(202, Json.object().set("backup", Links.named(request, "backups", row)));
    }

    /** What an increment stands on: the latest backup of the volume. */
    private ObjectNode parent(String volume) {
        ObjectNode latest = store.backups.where("volume_id", volume).stream()
                .reduce((_, second) -> second)
                .orElseThrow(
                        () -> Refused.badRequest("Invalid backup: No backups available to do an incremental backup."));
        if (!latest.path("status").asText().equals("available")) {
            throw Refused.badRequest("Invalid backup: The parent backup must be available for incremental backup.");
        }
        return latest;
    }

    private Answer update(Request request) {
        String id = need(request).path("id").asText();
        ObjectNode wanted = request.wrapped("backup", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'backup' is a required property"));
        store.backups.update(id, row -> {
            for (String field : java.util.List.of("name", "description", "metadata")) {
                if (wanted.has(field)) {
                    row.set(field.equals("metadata") ? "_metadata" : field, wanted.get(field));
                }
            }
        });
        return Answer.ok(Json.object().set("backup", Links.named(request, "backups", need(request))));
    }

    private ObjectNode row(String name, ObjectNode wanted, ObjectNode volume, String project) {
        ObjectNode row = Json.object().put("id", store.world.ids().uuid()).put("status", "creating");
        row.set("size", volume.path("size"));
        row.put("object_count", 0).putNull("availability_zone").putNull("container");
        row.put("created_at", store.world.micros())
                .put("updated_at", store.world.micros())
                .put("name", name);
        row.set("description", wanted.has("description") ? wanted.get("description") : wanted.nullNode());
        row.putNull("fail_reason").set("volume_id", volume.path("id"));
        row.put("is_incremental", wanted.path("incremental").asBoolean()).put("has_dependent_backups", false);
        row.set("_metadata", wanted.path("metadata").isObject() ? wanted.path("metadata") : Json.object());
        row.set("snapshot_id", wanted.hasNonNull("snapshot_id") ? wanted.get("snapshot_id") : wanted.nullNode());
        row.put("data_timestamp", store.world.micros());
        return row.put(Store.OWNER, project);
    }

    private Answer delete(Request request) {
        ObjectNode row = need(request);
        String status = row.path("status").asText();
        if (!status.equals("available") && !status.equals("error")) {
            throw Refused.badRequest("Invalid backup: Backup status must be available or error");
        }
        String id = row.path("id").asText();
        if (!store.backups.where("_parent", id).isEmpty()) {
            throw Refused.badRequest("Invalid backup: Incremental backups exist for this backup.");
        }
        store.removeLater(store.backups, id);
        String parent = row.path("_parent").asText();
        store.backups.update(parent, b -> b.put("has_dependent_backups", false));
        return Volume.taken(request, 202);
    }

    private Answer restore(Request request) {
        ObjectNode backup = need(request);
        ObjectNode wanted = request.wrapped("restore", "Malformed request body").orElseGet(Json::object);
        if (!backup.path("status").asText().equals("available")) {
            throw Refused.badRequest("Invalid backup: Backup status must be available");
        }
        String id = backup.path("id").asText();
        String name = wanted.path("name").asText("restore_backup_" + id);
        ObjectNode volume = wanted.hasNonNull("volume_id")
                ? Store.need(
                        store.volumes,
                        "Volume",
                        wanted.path("volume_id").asText(),
                        request.caller().project())
                : fresh(request, backup, name);
        String volumeId = volume.path("id").asText();
        store.set(store.volumes, volumeId, "restoring-backup");
        store.set(store.backups, id, "restoring");
        Duration time = store.scenario.timing().restore();
        store.settle(store.volumes, volumeId, time, "available");
        store.world.timeline().after(time, () -> store.set(store.backups, id, "available"));
        ObjectNode body = Json.object().put("backup_id", id).put("volume_id", volumeId);
        body.set("volume_name", volume.path("name"));
        return Answer.json(202, Json.object().set("restore", body));
    }

    private ObjectNode fresh(Request request, ObjectNode backup, String name) {
        int size = backup.path("size").asInt();
        store.quota(request, size, name);
        ObjectNode source =
                store.volumes.find(backup.path("volume_id").asText()).orElse(backup);
        String type = source.path("volume_type").asText("__DEFAULT__");
        ObjectNode row = store.newVolume(
                name, size, type, request.caller().project(), request.caller().userId());
        store.volumes.update(
                row.path("id").asText(), v -> v.put("description", "auto-created_from_restore_from_backup"));
        return row;
    }
}
