package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Zones: each change leaves the zone PENDING until the (absent) name servers have it. */
final class Zones {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    final Table table = new Table();
    final Table records = new Table();
    final World world;
    final Faults faults;
    private final Duration time;
    private final Limits limits;
    private final String pool;

    Zones(World world, Faults faults, Duration time, Limits limits) {
        this.world = world;
        this.faults = faults;
        this.time = time;
        this.limits = limits;
        pool = world.ids().uuid("pool", "default");
    }

    void routes(Routes routes) {
        routes.on("GET", "/v2/zones", this::list)
                .on("POST", "/v2/zones", this::create)
                .on("GET", "/v2/zones/{id}", r -> Answer.ok(shown(r, need(r))))
                .on("PATCH", "/v2/zones/{id}", this::update)
                .on("DELETE", "/v2/zones/{id}", this::delete);
    }

    static void uuid(String name, String id) {
        if (!UUID.matcher(id).matches()) {
            throw new Refused(400, "invalid_uuid", "Invalid UUID " + name + ": " + id);
        }
    }

    ObjectNode need(Request request) {
        String id = request.part("id");
        uuid("zone_id", id);
        return table.find(id)
                .filter(row ->
                        row.path("project_id").asText().equals(request.caller().project())
                                || request.caller().isAdmin())
                .orElseThrow(() -> new Refused(404, "zone_not_found", "Could not find Zone"));
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        String self = request.base() + "/v2/zones/" + row.path("id").asText();
        shown.set("links", Json.object().put("self", self));
        return shown;
    }

    private Answer list(Request request) {
        List<ObjectNode> own = table.where("project_id", request.caller().project()).stream()
                .map(row -> shown(request, row))
                .toList();
        return Pages.of(request, "zones", own);
    }

    private Answer create(Request request) {
        if (!(request.json("Malformed JSON") instanceof ObjectNode wanted) || wanted.isEmpty()) {
            throw Invalid.required("name");
        }
        for (String field : List.of("name", "email")) {
            if (!wanted.hasNonNull(field)) {
                throw Invalid.required(field);
            }
        }
        String name = wanted.path("name").asText();
        String project = request.caller().project();
        if (!name.endsWith(".")) {
            throw new Refused(
                    400,
                    "invalid_object",
                    "Provided object is not valid. Got a ValueError error with message Domain " + name
                            + " does not end with a dot");
        }
        if (!table.where("name", name).isEmpty()) {
            throw new Refused(409, "duplicate_zone", "Duplicate Zone");
        }
        if (limits.full(project, table.where("project_id", project).size()) || faults.quotaUsedUp("dns", name)) {
            throw new Refused(413, "over_quota", "Quota exceeded for zones.");
        }
        ObjectNode row = row(wanted, name, project);
        table.add(row);
        settle(table, row.path("id").asText());
        RecordSets.first(this, row);
        return located(shown(request, row));
    }

    /** What was made, and where it is. */
    static Answer located(ObjectNode shown) {
        return Answer.json(202, shown)
                .with("Location", shown.path("links").path("self").asText());
    }

    private ObjectNode row(ObjectNode wanted, String name, String project) {
        ObjectNode row = Json.object().put("id", world.ids().uuid()).put("pool_id", pool);
        row.put("project_id", project).put("name", name);
        row.set("email", wanted.path("email"));
        row.set("description", wanted.hasNonNull("description") ? wanted.get("description") : wanted.nullNode());
        row.put("ttl", wanted.path("ttl").asInt(3600)).put("serial", world.now().getEpochSecond());
        row.put("status", "PENDING").put("action", "CREATE").put("version", 1);
        row.set("attributes", Json.object());
        row.put("type", wanted.path("type").asText("PRIMARY")).set("masters", Json.array());
        return row.put("created_at", world.micros()).putNull("updated_at").putNull("transferred_at");
    }

    /** After a while the name servers have it: ACTIVE, or gone; a fault may see to it that they never have. */
    void settle(Table rows, String id) {
        Optional<Fault> fate =
                rows.find(id).flatMap(row -> faults.fate("dns", row.path("name").asText()));
        if (fate.filter(Fault.Stuck.class::isInstance).isPresent()) {
            return;
        }
        boolean broken = fate.isPresent();
        int version = rows.find(id).map(row -> row.path("version").asInt()).orElse(0);
        world.timeline()
                .after(
                        time,
                        () -> rows.find(id)
                                .filter(row -> row.path("version").asInt() == version)
                                .ifPresent(row -> end(rows, row, broken)));
    }

    private void end(Table rows, ObjectNode row, boolean broken) {
        String id = row.path("id").asText();
        if (broken) {
            rows.update(id, r -> r.put("status", "ERROR"));
        } else if (row.path("action").asText().equals("DELETE")) {
            rows.remove(id);
            records.where("zone_id", id)
                    .forEach(r -> records.remove(r.path("id").asText()));
        } else {
            rows.update(id, r -> r.put("status", "ACTIVE").put("action", "NONE"));
        }
    }

    void touch(Table rows, String id, String action) {
        rows.update(
                id,
                row -> row.put("status", "PENDING")
                        .put("action", action)
                        .put("version", row.path("version").asInt() + 1)
                        .put("updated_at", world.micros()));
        settle(rows, id);
    }

    private Answer update(Request request) {
        String id = need(request).path("id").asText();
        if (!(request.json("Malformed JSON") instanceof ObjectNode wanted)) {
            throw Invalid.required("ttl");
        }
        Invalid.keys(wanted, List.of("email", "ttl", "description"), "zone");
        table.update(id, row -> {
            row.setAll(wanted);
            row.put("serial", row.path("serial").asLong() + 1);
        });
        touch(table, id, "UPDATE");
        return Answer.json(202, shown(request, need(request)));
    }

    private Answer delete(Request request) {
        ObjectNode zone = need(request);
        String name = zone.path("name").asText();
        boolean above =
                table.all().stream().anyMatch(row -> row.path("name").asText().endsWith("." + name));
        if (above) {
            throw new Refused(400, "zone_has_sub_zone", "Please delete any subzones before deleting this zone");
        }
        touch(table, zone.path("id").asText(), "DELETE");
        return Answer.json(202, shown(request, need(request)));
    }
}
