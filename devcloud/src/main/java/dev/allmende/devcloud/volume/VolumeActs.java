package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import java.util.Set;
import java.util.function.Consumer;

/** What can be done to a volume: growing, changing its type, making it bootable (cinder/volume/api.py, Zed). */
final class VolumeActs {
    private static final Set<String> AT_REST = Set.of("available", "in-use");

    private final Store store;
    private final VolumeTypes types;

    VolumeActs(Store store, VolumeTypes types) {
        this.store = store;
        this.types = types;
    }

    Answer act(Request request) {
        ObjectNode row = store.need(store.volumes, "Volume", request);
        JsonNode body = request.json("Malformed request body");
        String action = body.isObject() && !body.isEmpty() ? body.fieldNames().next() : "";
        JsonNode with = body.path(action);
        return switch (action) {
            case "os-extend" -> extend(request, row, with);
            case "os-retype" -> retype(request, row, with);
            case "os-set_bootable" -> {
                String value = Boolean.toString(with.path("bootable").asBoolean());
                store.volumes.update(row.path("id").asText(), v -> v.put("bootable", value));
                yield Volume.taken(request, 200);
            }
            default -> throw Refused.badRequest("There is no such action: " + action);
        };
    }

    private Answer extend(Request request, ObjectNode row, JsonNode with) {
        if (!with.has("new_size")) {
            throw Refused.badRequest("Invalid input for field/attribute os-extend. Value: " + with
                    + ". 'new_size' is a required property");
        }
        String id = row.path("id").asText();
        String status = row.path("status").asText();
        int size = with.path("new_size").asInt();
        int old = row.path("size").asInt();
        boolean newer = VolumeManners.version(request).atLeast(42);
        if (!status.equals("available") && !(newer && status.equals("in-use"))) {
            throw Refused.badRequest("Invalid volume: Volume " + id
                    + " status must be '{'status': 'available'}' to extend, currently " + status + ".");
        }
        if (size <= old) {
            throw Refused.badRequest(
                    "Invalid input received: New size for extend must be greater than current size. (current: " + old
                            + ", extended: " + size + ").");
        }
        store.room(request, size - old, row.path("name").asText());
        return later(request, row, "extending", v -> v.put("size", size));
    }

    /**
     * Data that is encrypted otherwise must move. When it may not, Cinder has taken the call on and gives it up, with no word
     * of it in the volume (cinder/volume/manager.py, retype; Zed).
     */
    private Answer retype(Request request, ObjectNode row, JsonNode with) {
        String type = with.path("new_type").asText();
        ObjectNode wanted = types.find(type)
                .orElseThrow(() -> Refused.notFound("Volume type with name " + type + " could not be found."));
        String name = wanted.path("name").asText();
        boolean same = row.path("volume_type").asText().equals(name);
        if (same || !AT_REST.contains(row.path("status").asText())) {
            throw Refused.badRequest(
                    "Invalid volume: Retype needs volume to be in available or in-use state, not be part of an active"
                            + " migration or a consistency group, requested type has to be different that the one from"
                            + " the volume, and for in-use volumes front-end qos specs cannot change.");
        }
        boolean encrypted = VolumeTypes.isEncrypted(wanted);
        boolean moves = encrypted != row.path("encrypted").asBoolean();
        boolean may = with.path("migration_policy").asText().equals("on-demand");
        return later(request, row, "retyping", v -> {
            if (!moves || may) {
                v.put("volume_type", name).put("encrypted", encrypted);
            }
        });
    }

    /** Busy for a while, then changed and back in the state it had. */
    private Answer later(Request request, ObjectNode row, String busy, Consumer<ObjectNode> change) {
        String id = row.path("id").asText();
        String before = row.path("status").asText();
        store.set(store.volumes, id, busy);
        store.settle(store.volumes, id, store.scenario.timing().volume(), before, change);
        return Volume.taken(request, 202);
    }
}
