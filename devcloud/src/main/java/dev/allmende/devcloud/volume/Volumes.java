package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Volumes. */
final class Volumes {
    private static final Set<String> DELETABLE =
            Set.of("available", "error", "error_restoring", "error_extending", "error_managing");
    private static final String NOT_DELETABLE =
            "Invalid volume: Volume status must be available or error or error_restoring or"
                    + " error_extending or error_managing and must not be migrating, attached, belong to a group, have snapshots,"
                    + " awaiting a transfer, or be disassociated from snapshots after volume transfer.";

    private final Store store;
    private final VolumeTypes types;

    Volumes(Store store, VolumeTypes types) {
        this.store = store;
        this.types = types;
    }

    void routes(Scoped routes) {
        routes.on("GET", "volumes", r -> list(r, false))
                .on("POST", "volumes", this::create)
                .on("GET", "volumes/detail", r -> list(r, true))
                .on("GET", "volumes/{id}", this::show)
                .on("PUT", "volumes/{id}", this::update)
                .on("DELETE", "volumes/{id}", this::delete)
                .on("POST", "volumes/{id}/action", new VolumeActs(store, types)::act);
        Metadata.routes(routes, "volumes", r -> store.need(store.volumes, "Volume", r), store.volumes);
    }

    private Answer list(Request request, boolean detail) {
        Optional<String> name = request.query().first("name");
        List<ObjectNode> own = store.own(store.volumes, request).stream()
                .filter(row ->
                        name.map(n -> n.equals(row.path("name").asText())).orElse(true))
                .toList();
        return Volume.page(
                request,
                "volumes",
                "volumes_links",
                own,
                row -> detail ? full(request, row) : Links.named(request, "volumes", row));
    }

    private Answer show(Request request) {
        return Answer.ok(Json.object().set("volume", full(request, store.need(store.volumes, "Volume", request))));
    }

    /** What a newly created volume shows: the answer to POST lacks the owner. */
    private ObjectNode created(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove(Store.OWNER);
        shown.set("links", Links.both(request, "volumes", row.path("id").asText()));
        int minor = VolumeManners.version(request).minor();
        if (minor >= 13) {
            shown.putNull("group_id");
        }
        if (minor >= 48) {
            shown.put("shared_targets", false).putNull("service_uuid");
        }
        if (minor >= 63) {
            String type = row.path("volume_type").asText();
            types.find(type)
                    .ifPresentOrElse(
                            t -> shown.set("volume_type_id", t.path("id")), () -> shown.putNull("volume_type_id"));
        }
        if (minor >= 65) {
            shown.put("consumes_quota", true);
        }
        return shown;
    }

    private ObjectNode full(Request request, ObjectNode row) {
        ObjectNode shown = created(request, row);
        if (VolumeManners.version(request).atLeast(61) && request.caller().isAdmin()) {
            shown.putNull("cluster_name");
        }
        return shown.put(Store.OWNER, Store.owner(row));
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("volume", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'volume' is a required property"));
        int size = size(request, wanted);
        String name = wanted.path("name").asText("");
        Optional<ObjectNode> type = wanted.hasNonNull("volume_type")
                ? Optional.of(types.find(wanted.path("volume_type").asText())
                        .orElseThrow(() -> Refused.notFound("Volume type with name "
                                + wanted.path("volume_type").asText() + " could not be found.")))
                : types.standard();
        store.quota(request, size, name);
        String typeName = type.map(t -> t.path("name").asText()).orElse("__DEFAULT__");
        ObjectNode row = newVolume(request.caller(), name, size, typeName);
        String id = row.path("id").asText();
        store.volumes.update(id, v -> {
            for (String field :
                    List.of("description", "metadata", "snapshot_id", "source_volid", "availability_zone")) {
                if (wanted.hasNonNull(field)) {
                    v.set(field, wanted.get(field));
                }
            }
            if (wanted.hasNonNull("imageRef")) {
                v.put("bootable", "true");
            }
            boolean encrypted = type.map(VolumeTypes::isEncrypted).orElse(false);
            v.put("encrypted", encrypted);
        });
        store.settle(store.volumes, id, store.scenario.timing().volume(), "available");
        return Answer.json(202, Json.object().set("volume", created(request, find(id))));
    }

    ObjectNode find(String id) {
        return store.volumes.find(id).orElseThrow(() -> Refused.notFound("Volume " + id + " could not be found."));
    }

    ObjectNode newVolume(Caller caller, String name, int size, String type) {
        return store.newVolume(name, size, type, caller.project(), caller.userId());
    }

    private void largeEnough(Request request, ObjectNode wanted, int size) {
        if (size < 1 || !wanted.hasNonNull("snapshot_id")) {
            return;
        }
        String id = wanted.path("snapshot_id").asText();
        int least = Store.need(store.snapshots, "Snapshot", id, request.caller().project())
                .path("size")
                .asInt();
        if (size < least) {
            throw Refused.badRequest("Invalid input received: Volume size '" + size
                    + "'GB cannot be smaller than the snapshot size " + least
                    + "GB. They must be >= original snapshot size.");
        }
    }

    private int size(Request request, ObjectNode wanted) {
        JsonNode size = wanted.path("size");
        largeEnough(request, wanted, size.asInt());
        if (size.isMissingNode() || size.isNull()) {
            if (wanted.hasNonNull("snapshot_id")) {
                return Store.need(
                                store.snapshots,
                                "Snapshot",
                                wanted.path("snapshot_id").asText(),
                                request.caller().project())
                        .path("size")
                        .asInt();
            }
            if (wanted.hasNonNull("source_volid")) {
                return find(wanted.path("source_volid").asText()).path("size").asInt();
            }
            if (wanted.hasNonNull("backup_id")) {
                return Store.need(
                                store.backups,
                                "Backup",
                                wanted.path("backup_id").asText(),
                                request.caller().project())
                        .path("size")
                        .asInt();
            }
            throw Refused.badRequest(
                    "Invalid input for field/attribute volume. Value: " + wanted + ". 'size' is a required property");
        }
        if (!size.asText().matches("\\d+")) {
            throw Refused.badRequest("Invalid input for field/attribute size. Value: " + size.asText() + ". '"
                    + size.asText() + "' does not match '^[0-9]+$'");
        }
        if (size.asInt() < 1) {
            throw Refused.badRequest("Invalid input for field/attribute size. Value: " + size.asInt() + ". "
                    + size.asInt() + " is less than the minimum of 1");
        }
        return size.asInt();
    }

    private Answer update(Request request) {
        String id = store.need(store.volumes, "Volume", request).path("id").asText();
        ObjectNode wanted = request.wrapped("volume", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'volume' is a required property"));
        store.volumes.update(id, row -> {
            for (String field : List.of("name", "description", "metadata")) {
                if (wanted.has(field)) {
                    row.set(field, wanted.get(field));
                }
            }
        });
        ObjectNode shown = full(request, find(id));
        shown.remove(Store.OWNER);
        return Answer.ok(Json.object().set("volume", shown));
    }

    private Answer delete(Request request) {
        ObjectNode row = store.need(store.volumes, "Volume", request);
        String id = row.path("id").asText();
        boolean cascade = request.query()
                .first("cascade")
                .filter(value -> value.equalsIgnoreCase("true"))
                .isPresent();
        List<ObjectNode> snapshots = store.snapshots.where("volume_id", id);
        boolean hasSnapshots = !cascade && !snapshots.isEmpty();
        if (!DELETABLE.contains(row.path("status").asText()) || hasSnapshots) {
            throw Refused.badRequest(NOT_DELETABLE);
        }
        snapshots.forEach(snapshot ->
                store.removeLater(store.snapshots, snapshot.path("id").asText()));
        store.removeLater(store.volumes, id);
        return Answer.empty(202);
    }
}
