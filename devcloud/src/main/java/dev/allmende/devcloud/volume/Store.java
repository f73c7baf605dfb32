package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Volumes, snapshots and backups, and how they come from one state to the next. */
final class Store {
    static final String OWNER = "os-vol-tenant-attr:tenant_id";

    final Table volumes = new Table();
    final Table snapshots = new Table();
    final Table backups = new Table();
    final World world;
    final Scenario scenario;
    final Faults faults;

    Store(World world, Scenario scenario, Faults faults) {
        this.world = world;
        this.scenario = scenario;
        this.faults = faults;
    }

    ObjectNode need(Table table, String kind, Request request) {
        return need(table, kind, request.part("id"), request.caller().project());
    }

    static ObjectNode need(Table table, String kind, String id, String project) {
        return table.find(id)
                .filter(row -> owner(row).equals(project))
                .orElseThrow(() -> Refused.notFound(kind + " " + id + " could not be found."));
    }

    static String owner(ObjectNode row) {
        return row.path(OWNER).asText();
    }

    List<ObjectNode> own(Table table, Request request) {
        return table.where(OWNER, request.caller().project()).reversed();
    }

    /** After a while the state becomes the good one; a fault may make it error, or leave it as it is for ever. */
    void settle(Table table, String id, Duration time, String good) {
        Optional<Fault> fate = faults.fate(
                "volume", table.find(id).map(r -> r.path("name").asText()).orElse(""));
        if (fate.isPresent() && fate.get() instanceof Fault.Stuck) {
            return;
        }
        String end = fate.isPresent() ? "error" : good;
        world.timeline().after(time, () -> set(table, id, end));
    }

    void set(Table table, String id, String status) {
        table.update(id, row -> row.put("status", status).put("updated_at", world.micros()));
    }

    void removeLater(Table table, String id) {
        set(table, id, "deleting");
        world.timeline().after(scenario.timing().delete(), () -> table.remove(id));
    }

    /** Checks number and size; Cinder's message names both. */
    void quota(Request request, int size, String name) {
        List<ObjectNode> own = own(volumes, request);
        int used = own.stream().mapToInt(v -> v.path("size").asInt()).sum();
        Scenario.Quota quota = scenario.quota();
        if (own.size() >= quota.volumes() || faults.quotaUsedUp("volume", name)) {
            throw new Refused(
                    413,
                    "",
                    "VolumeLimitExceeded: Maximum number of volumes allowed (" + quota.volumes()
                            + ") exceeded for quota 'volumes'.");
        }
        if (used + (long) size > quota.gigabytes()) {
            throw new Refused(
                    413,
                    "",
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested %dG, quota is %dG and %dG has been consumed."
                            .formatted(size, quota.gigabytes(), used));
        }
    }

    ObjectNode newVolume(String name, int size, String type, String project, String user) {
        ObjectNode row = Json.object()
                .put("id", world.ids().uuid())
                .put("status", "creating")
                .put("size", size);
        row.put("availability_zone", scenario.zones().getFirst());
        row.put("created_at", world.micros())
                .putNull("updated_at")
                .put("name", name)
                .putNull("description");
        row.put("volume_type", type).putNull("snapshot_id").putNull("source_volid");
        row.set("metadata", Json.object());
        row.put("user_id", user)
                .put("bootable", "false")
                .put("encrypted", false)
                .putNull("replication_status");
        row.putNull("consistencygroup_id").put("multiattach", false).set("attachments", Json.array());
        return volumes.add(row.put(OWNER, project));
    }
}
