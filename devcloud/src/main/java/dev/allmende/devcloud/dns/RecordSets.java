package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.regex.Pattern;

/** Record sets of a zone. */
final class RecordSets {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final Zones zones;

    RecordSets(Zones zones) {
        this.zones = zones;
    }

    void routes(Routes routes) {
        String path = "/v2/zones/{id}/recordsets";
        routes.on("GET", path, this::list)
                .on("POST", path, this::create)
                .on("GET", path + "/{record}", r -> Answer.ok(shown(r, need(r))))
                .on("PUT", path + "/{record}", this::update)
                .on("DELETE", path + "/{record}", this::delete)
                .on("GET", "/v2/recordsets", this::all);
    }

    /** What every zone begins with. */
    static void first(Zones zones, ObjectNode zone) {
        String name = zone.path("name").asText();
        ObjectNode soa = row(zones, zone, name, "SOA");
        soa.withArray("records")
                .add("ns1.devcloud.example. " + zone.path("email").asText().replace('@', '.') + ". "
                        + zone.path("serial").asText() + " 3594 600 86400 3600");
        ObjectNode ns = row(zones, zone, name, "NS");
        ns.withArray("records").add("ns1.devcloud.example.");
        for (ObjectNode each : List.of(soa, ns)) {
            zones.records.add(each);
            zones.settle(zones.records, each.path("id").asText());
        }
    }

    private static ObjectNode row(Zones zones, ObjectNode zone, String name, String type) {
        ObjectNode row = Json.object().put("id", zones.world.ids().uuid());
        row.set("zone_id", zone.path("id"));
        row.set("project_id", zone.path("project_id"));
        row.put("name", name).set("zone_name", zone.path("name"));
        row.put("type", type).set("records", Json.array());
        row.putNull("description").putNull("ttl").put("status", "PENDING");
        row.put("action", "CREATE").put("version", 1);
        return row.put("created_at", zones.world.micros()).putNull("updated_at");
    }

    private ObjectNode need(Request request) {
        String zone = zones.need(request).path("id").asText();
        String id = request.part("record");
        Zones.uuid("recordset_id", id);
        return zones.records
                .find(id)
                .filter(row -> row.path("zone_id").asText().equals(zone))
                // A record set on its way out is hidden at once.
                .filter(row -> !row.path("action").asText().equals("DELETE"))
                .orElseThrow(() -> new Refused(404, "recordset_not_found", "Could not find RecordSet"));
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        String self = request.base() + "/v2/zones/" + row.path("zone_id").asText() + "/recordsets/"
                + row.path("id").asText();
        shown.set("links", Json.object().put("self", self));
        return shown;
    }

    private Answer list(Request request) {
        String zone = zones.need(request).path("id").asText();
        return page(request, zones.records.where("zone_id", zone));
    }

    private Answer all(Request request) {
        return page(request, zones.records.where("project_id", request.caller().project()));
    }

    private static Answer page(Request request, List<ObjectNode> rows) {
        return Pages.of(
                request,
                "recordsets",
                rows.stream()
                        .filter(row -> !row.path("action").asText().equals("DELETE"))
                        .map(row -> shown(request, row))
                        .toList());
    }

    private Answer create(Request request) {
        ObjectNode zone = zones.need(request);
        if (!(request.json("Malformed JSON") instanceof ObjectNode wanted)) {
            throw Invalid.required("name");
        }
        for (String field : List.of("name", "type", "records")) {
            if (!wanted.hasNonNull(field)) {
                throw Invalid.required(field);
            }
        }
        String name = wanted.path("name").asText();
        String type = wanted.path("type").asText();
        String top = zone.path("name").asText();
        if (!name.equals(top) && !name.endsWith("." + top)) {
            throw new Refused(400, "invalid_recordset_location", "RecordSet is not contained within it's parent zone");
        }
        fits(type, wanted.path("records"));
        alone(name, type);
        if (zones.faults.quotaUsedUp("dns", name)) {
            throw new Refused(413, "over_quota", "Quota exceeded for zone_recordsets.");
        }
        ObjectNode row = row(zones, zone, name, type);
        fill(row, wanted);
        zones.records.add(row);
        zones.settle(zones.records, row.path("id").asText());
        zones.touch(zones.table, zone.path("id").asText(), "UPDATE");
        return Zones.located(shown(request, row));
    }

    private static void fits(String type, JsonNode records) {
        for (int i = 0; i < records.size(); i++) {
            String value = records.get(i).asText();
            if (type.equals("A") && !IPV4.matcher(value).matches()) {
                throw new Invalid(
                                List.of("records", i),
                                "'" + value + "' is not a 'A' Record",
                                "format",
                                Json.array().add(type))
                        .refused();
            }
        }
    }

    private void alone(String name, String type) {
        List<ObjectNode> same = zones.records.where("name", name).stream()
                .filter(row -> !row.path("action").asText().equals("DELETE"))
                .toList();
        if (same.stream().anyMatch(row -> row.path("type").asText().equals(type))) {
            throw new Refused(409, "duplicate_recordset", "Duplicate RecordSet");
        }
        boolean alias = type.equals("CNAME")
                || same.stream().anyMatch(row -> row.path("type").asText().equals("CNAME"));
        if (alias && !same.isEmpty()) {
            throw new Refused(
                    400, "invalid_recordset_location", "CNAME recordsets may not share a name with any other records");
        }
    }

    private static void fill(ObjectNode row, ObjectNode wanted) {
        for (String field : List.of("records", "ttl", "description")) {
            if (wanted.has(field)) {
                row.set(field, wanted.get(field));
            }
        }
    }

    private Answer update(Request request) {
        ObjectNode row = need(request);
        String id = row.path("id").asText();
        if (!(request.json("Malformed JSON") instanceof ObjectNode wanted)) {
            throw Invalid.required("records");
        }
        Invalid.keys(wanted, List.of("records", "ttl", "description"), "recordset");
        fits(row.path("type").asText(), wanted.path("records"));
        zones.records.update(id, r -> fill(r, wanted));
        zones.touch(zones.records, id, "UPDATE");
        zones.touch(zones.table, row.path("zone_id").asText(), "UPDATE");
        return Answer.json(202, shown(request, need(request)));
    }

    private Answer delete(Request request) {
        ObjectNode row = need(request);
        String id = row.path("id").asText();
        zones.touch(zones.records, id, "DELETE");
        zones.touch(zones.table, row.path("zone_id").asText(), "UPDATE");
        return Answer.json(202, shown(request, zones.records.find(id).orElse(row)));
    }
}
