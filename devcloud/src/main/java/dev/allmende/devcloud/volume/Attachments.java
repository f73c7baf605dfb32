package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;

/** Volumes on servers: what Nova does in Cinder. */
public final class Attachments {
    private final Store store;
    private final VolumeTypes types;

    Attachments(Store store, VolumeTypes types) {
        this.store = store;
        this.types = types;
    }

    /** Makes the root volume of a server that boots from a new volume; its id. */
    public String rootVolume(Caller caller, int size) {
        String type = types.standard().map(t -> t.path("name").asText()).orElse("__DEFAULT__");
        ObjectNode row = store.newVolume("", size, type, caller.project(), caller.userId());
        String id = row.path("id").asText();
        store.volumes.update(id, v -> v.put("status", "available").put("bootable", "true"));
        return id;
    }

    public Optional<ObjectNode> find(String id, Caller caller) {
        return store.volumes.find(id).filter(v -> Store.owner(v).equals(caller.project()));
    }

    /** @return the id of the attachment */
    public String attach(String volume, String server, String device) {
        ObjectNode row = store.volumes.find(volume).orElseThrow();
        if (!row.path("status").asText().equals("available")) {
            throw Refused.badRequest(
                    "Invalid volume: volume '" + volume + "' status must be 'available'. Currently in '"
                            + row.path("status").asText() + "'");
        }
        String attachment = store.world.ids().uuid();
        store.volumes.update(volume, v -> {
            v.put("status", "in-use").put("updated_at", store.world.micros());
            v.withArray("attachments")
                    .add(Json.object()
                            .put("id", volume)
                            .put("attachment_id", attachment)
                            .put("volume_id", volume)
                            .put("server_id", server)
                            .putNull("host_name")
                            .put("device", device)
                            .put("attached_at", store.world.micros()));
        });
        return attachment;
    }

    /** Once only: the second time it is on its way already. */
    public void detach(String volume) {
        String status = store.volumes.find(volume).orElseThrow().path("status").asText();
        if (!status.equals("in-use")) {
            throw Refused.badRequest("Invalid volume: Invalid input received: Invalid volume: Unable to detach volume."
                    + " Volume status must be 'in-use' and attach_status must be 'attached' to detach.");
        }
        store.set(store.volumes, volume, "detaching");
        store.world.timeline().after(store.scenario.timing().delete(), () -> free(volume));
    }

    public void free(String volume) {
        store.volumes.update(volume, v -> v.put("status", "available").set("attachments", Json.array()));
    }

    public List<ObjectNode> of(String server) {
        return store.volumes.where(
                v -> v.path("attachments").path(0).path("server_id").asText().equals(server));
    }

    public void remove(String volume) {
        store.volumes.remove(volume);
    }
}
