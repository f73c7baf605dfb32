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
import java.util.function.Consumer;

/** Volumes, snapshots and backups, and how they come from one state to the next. */
final class Store {
    static final String OWNER = "os-vol-tenant-attr:tenant_id";

    final Table volumes = new Table();
    final Table snapshots = new Table();
    final Table backups = new Table();
    final World world;
    final Scenario scenario;
    final Faults faults;

    final Quotas quotas;

    Store(World world, Scenario scenario, Faults faults) {
        this.quotas = new Quotas(
                scenario.quota(),
                scenario.volumeTypes().stream().map(type -> type.name()).toList());
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
        settle(table, id, time, good, _ -> {});
    }

    /** @param change what is different then, if it ends well */
    void settle(Table table, String id, Duration time, String good, Consumer<ObjectNode> change) {
        Optional<Fault> fate = faults.fate(
                "volume", table.find(id).map(r -> r.path("name").asText()).orElse(""));
        if (fate.isPresent() && fate.get() instanceof Fault.Stuck) {
            return;
        }
        boolean broken = fate.isPresent();
        world.timeline().after(time, () -> {
            if (!broken) {
                table.update(id, change);
            }
            set(table, id, broken ? "error" : good);
        });
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
        int most = quotas.limit(request.caller().project(), "volumes");
        int have = own(volumes, request).size();
        if ((most >= 0 && have >= most) || faults.quotaUsedUp("volume", name)) {
            throw new Refused(
                    413,
                    "",
                    "VolumeLimitExceeded: Maximum number of volumes allowed (" + most
                            + ") exceeded for quota 'volumes'.");
        }
        room(request, size, name);
    }

    void room(Request request, int more, String name) {
        int used = gigabytes(volumes, request.caller().project());
        int most = quotas.limit(request.caller().project(), "gigabytes");
        if ((most >= 0 && used + (long) more > most) || faults.quotaUsedUp("volume", name)) {
            throw new Refused(
                    413,
                    "",
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested %dG, quota is %dG and %dG has been consumed."
                            .formatted(more, most, used));
        }
    }

    int gigabytes(Table table, String project) {
        return table.where(OWNER, project).stream()
                .mapToInt(row -> row.path("size").asInt())
                .sum();
    }

    int used(String project, String name) {
        return switch (name) {
            case "volumes" -> volumes.where(OWNER, project).size();
            case "snapshots" -> snapshots.where(OWNER, project).size();
            case "backups" -> backups.where(OWNER, project).size();
            case "gigabytes" -> gigabytes(volumes, project);
            case "backup_gigabytes" -> gigabytes(backups, project);
            default -> 0;
        };
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
