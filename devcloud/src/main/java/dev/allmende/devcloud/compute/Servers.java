package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.image.ImageService;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.Things;
import dev.allmende.devcloud.volume.Attachments;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Servers: lists, creating, deleting. {@link ServerParts} has what belongs to a server. */
final class Servers {
    private static final String BROKEN = "Malformed request body";
    private static final String DISK_CONFIG = "OS-DCF:diskConfig";

    final Table table = new Table();
    private final Scenario scenario;
    private final World world;
    private final Faults faults;
    private final Flavors flavors;
    private final ImageService images;
    private final ServerPorts ports;
    private final Attachments attachments;
    private final ServerView view;
    private final ServerGroups groups;
    private final Quotas quotas;

    Servers(
            Scenario scenario,
            World world,
            Faults faults,
            Flavors flavors,
            ImageService images,
            ServerPorts ports,
            Attachments attachments,
            ServerGroups groups,
            Quotas quotas) {
        this.groups = groups;
        this.quotas = quotas;
        this.scenario = scenario;
        this.world = world;
        this.faults = faults;
        this.flavors = flavors;
        this.images = images;
        this.ports = ports;
        this.attachments = attachments;
        this.view = new ServerView(flavors, ports, attachments, groups);
    }

    void routes(Routes routes) {
        routes.on("GET", "/v2.1/servers", r -> list(r, false))
                .on("POST", "/v2.1/servers", this::create)
                .on("GET", "/v2.1/servers/detail", r -> list(r, true))
                .on("GET", "/v2.1/servers/{id}", r -> Answer.ok(Json.object().set("server", view.full(r, need(r)))))
                .on("PUT", "/v2.1/servers/{id}", this::rename)
                .on("DELETE", "/v2.1/servers/{id}", this::delete)
                .on(
                        "GET",
                        "/v2.1/servers/{id}/ips",
                        r -> Answer.ok(Json.object()
                                .set(
                                        "addresses",
                                        view.addresses(need(r).path("id").asText(), false))));
    }

    /** A server that the scenario says exists already. */
    void seed(Things.Server server, String project, String user) {
        String image = images.idOf(server.image())
                .orElseThrow(() -> new dev.allmende.devcloud.scenario.ScenarioException(
                        "server '" + server.name() + "' has the image '" + server.image() + "', which does not exist"));
        ObjectNode row = row(world.ids().uuid("server", server.name()), server.name(), project, user);
        row.put("flavor_id", flavors.idOf(server.flavor())).put("image_id", image);
        row.set("metadata", Json.texts(server.metadata()));
        table.add(row);
        if (server.status().equals("ACTIVE")) {
            activate(row.path("id").asText());
        } else {
            fail(row.path("id").asText());
        }
    }

    ObjectNode need(Request request) {
        String id = request.part("id");
        return table.find(id)
                .filter(row ->
                        row.path("tenant_id").asText().equals(request.caller().project())
                                || request.caller().isAdmin())
                .orElseThrow(() -> Refused.notFound("Instance " + id + " could not be found."));
    }

    private Answer list(Request request, boolean detail) {
        Optional<String> name = request.query().first("name");
        Optional<String> status = request.query().first("status");
        List<String> tags = request.query().all("tags");
        Optional<String> since = request.query().first("changes-since");
        List<ObjectNode> own = table.where("tenant_id", request.caller().project()).reversed().stream()
                .filter(row ->
                        name.map(n -> row.path("name").asText().contains(n)).orElse(true))
                .filter(row -> status.map(s -> row.path("status").asText().equalsIgnoreCase(s))
                        .orElse(true))
                .filter(row -> tags.stream().allMatch(each -> tagged(row, each)))
                .filter(row -> since.map(time -> row.path("updated").asText().compareTo(time) >= 0)
                        .orElse(true))
                .toList();
        Paging page = Paging.cut(own, request.query(), 1000, 1000, Flavors.COMPLAINTS);
        ObjectNode body = Json.object();
        body.set(
                "servers",
                Json.array(page.map(row -> detail ? view.listed(request, row) : Links.named(request, "servers", row))
                        .items()));
        if (request.query().first("limit").isPresent()) {
            page.next().ifPresent(marker -> body.set("servers_links", Links.next(request, marker)));
        }
        return Answer.ok(body);
    }

    private static boolean tagged(ObjectNode row, String tags) {
        List<String> have =
                row.path("_tags").valueStream().map(JsonNode::asText).toList();
        return have.containsAll(List.of(tags.split(",")));
    }

    ObjectNode shown(Request request, ObjectNode row) {
        return view.full(request, row);
    }

    /** What the flavor of a server gives it. */
    int size(ObjectNode row, String field) {
        return flavors.find(row.path("flavor_id").asText())
                .map(flavor -> flavor.path(field).asInt())
                .orElse(0);
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("server", BROKEN)
                .orElseThrow(() -> Refused.badRequest("'server' is a required property"));
        String name = wanted.path("name").asText();
        for (String field : List.of("name", "flavorRef")) {
            if (!wanted.hasNonNull(field)) {
                throw Refused.badRequest("Invalid input for field/attribute server. Value: " + wanted + ". '" + field
                        + "' is a required property");
            }
        }
        String flavor = wanted.path("flavorRef").asText();
        if (flavors.find(flavor).isEmpty()) {
            throw Refused.badRequest("Flavor " + flavor + " could not be found.");
        }
        Caller caller = request.caller();
        JsonNode boot = wanted.path("block_device_mapping_v2").path(0);
        Optional<String> image = image(wanted, boot);
        quota(caller, name);
        ObjectNode row = row(world.ids().uuid(), name, caller.project(), caller.userId());
        row.put("flavor_id", flavor).put("user_data", wanted.path("user_data").asText(""));
        row.put("image_id", boot.isMissingNode() ? image.orElse("") : "");
        row.set("metadata", wanted.path("metadata").isObject() ? wanted.path("metadata") : Json.object());
        row.set("key_name", wanted.has("key_name") ? wanted.get("key_name") : wanted.nullNode());
        row.put("delete_volume", boot.path("delete_on_termination").asBoolean());
        row.set("_tags", wanted.path("tags").isArray() ? wanted.path("tags") : Json.array());
        row.set("_description", wanted.hasNonNull("description") ? wanted.get("description") : wanted.nullNode());
        row.put("_hostname", wanted.path("hostname").asText(name.toLowerCase(Locale.ROOT)));
        String id = row.path("id").asText();
        new Plugging(ports, caller.project(), wanted.path("security_groups").findValuesAsText("name"))
                .plug(id, wanted.path("networks"));
        JsonNode group = request.json(BROKEN).path("os:scheduler_hints").path("group");
        if (group.isTextual()) {
            groups.join(group.asText(), id);
        }
        table.add(row);
        bootVolume(caller, id, boot);
        moreVolumes(id, wanted.path("block_device_mapping_v2"));
        start(id, name);
        return Answer.json(202, Json.object().set("server", created(request, row, wanted)))
                .with("Location", request.base() + "/v2.1/servers/" + id);
    }

    private Optional<String> image(ObjectNode wanted, JsonNode boot) {
        String image = boot.path("source_type").asText().equals("image")
                ? boot.path("uuid").asText()
                : wanted.path("imageRef").asText();
        if (!image.isEmpty() && images.find(image).isEmpty()) {
            throw Refused.badRequest("Can not find requested image");
        }
        if (image.isEmpty() && boot.isMissingNode()) {
            throw Refused.badRequest("Block Device Mapping is Invalid: No boot volume or image given.");
        }
        return Optional.of(image).filter(text -> !text.isEmpty());
    }

    private void quota(Caller caller, String name) {
        int have = table.where("tenant_id", caller.project()).size();
        int limit = quotas.limit(caller.project(), "instances");
        if ((limit >= 0 && have >= limit) || faults.quotaUsedUp("compute", name)) {
            throw Refused.forbidden("Quota exceeded for instances: Requested 1, but already used %d of %d instances"
                    .formatted(have, limit));
        }
    }

    private void bootVolume(Caller caller, String server, JsonNode boot) {
        if (boot.path("destination_type").asText().equals("volume")) {
            String volume = boot.path("source_type").asText().equals("volume")
                    ? boot.path("uuid").asText()
                    : attachments.rootVolume(caller, boot.path("volume_size").asInt(1));
            attachments.attach(volume, server, "/dev/vda");
        }
    }

    /** Volumes that exist, behind the one to boot from. */
    private void moreVolumes(String server, JsonNode disks) {
        for (int i = 1; i < disks.size(); i++) {
            if (disks.get(i).path("source_type").asText().equals("volume")) {
                attachments.attach(disks.get(i).path("uuid").asText(), server, "/dev/vd" + (char) ('a' + i));
            }
        }
    }

    private static ObjectNode created(Request request, ObjectNode row, ObjectNode wanted) {
        String id = row.path("id").asText();
        ObjectNode shown = Json.object().put("id", id);
        shown.set("links", Links.both(request, "servers", id));
        shown.put(DISK_CONFIG, "MANUAL");
        shown.set(
                "security_groups",
                wanted.path("security_groups").isArray()
                        ? wanted.path("security_groups")
                        : Json.array(List.of(Json.object().put("name", "default"))));
        return shown.put("adminPass", id.substring(24));
    }

    private ObjectNode row(String id, String name, String project, String user) {
        ObjectNode row = Json.object().put("id", id).put("name", name).put("status", "BUILD");
        row.put("tenant_id", project).put("user_id", user).set("metadata", Json.object());
        row.put("hostId", "").put("created", world.seconds()).put("updated", world.seconds());
        row.put("accessIPv4", "")
                .put("accessIPv6", "")
                .put(DISK_CONFIG, "MANUAL")
                .put("progress", 0);
        row.put("OS-EXT-AZ:availability_zone", "").put("config_drive", "").putNull("key_name");
        row.set("_tags", Json.array());
        row.putNull("OS-SRV-USG:launched_at").putNull("OS-SRV-USG:terminated_at");
        row.put("OS-EXT-STS:task_state", "scheduling").put("OS-EXT-STS:vm_state", "building");
        return row.put("OS-EXT-STS:power_state", 0);
    }

    private void start(String id, String name) {
        Optional<Fault> fate = faults.fate("compute", name);
        world.timeline()
                .after(
                        scenario.timing().server().dividedBy(2),
                        () -> table.update(id, row -> row.put("OS-EXT-STS:task_state", "spawning")));
        if (fate.isEmpty()) {
            world.timeline().after(scenario.timing().server(), () -> activate(id));
        } else if (fate.get() instanceof Fault.Broken) {
            world.timeline().after(scenario.timing().server(), () -> fail(id));
        }
    }

    private void activate(String id) {
        table.update(id, row -> {
            row.put("status", "ACTIVE")
                    .put("updated", world.seconds())
                    .put("hostId", world.ids().hex());
            row.put("OS-EXT-AZ:availability_zone", scenario.zones().getFirst());
            row.put("OS-SRV-USG:launched_at", world.micros()).putNull("OS-EXT-STS:task_state");
            row.put("OS-EXT-STS:vm_state", "active").put("OS-EXT-STS:power_state", 1);
        });
    }

    void fail(String id) {
        table.update(id, row -> {
            row.put("status", "ERROR").putNull("OS-EXT-STS:task_state").put("OS-EXT-STS:vm_state", "error");
            ObjectNode fault = Json.object().put("code", 500).put("created", world.seconds());
            row.set("fault", fault.put("message", "No valid host was found. There are not enough hosts available."));
        });
    }

    private Answer rename(Request request) {
        String id = need(request).path("id").asText();
        ObjectNode wanted = request.wrapped("server", BROKEN).orElseGet(Json::object);
        table.update(id, row -> {
            for (String field : List.of("name", "description", "hostname")) {
                if (wanted.has(field)) {
                    row.set(field.equals("name") ? field : "_" + field, wanted.get(field));
                }
            }
            row.put("updated", world.seconds());
        });
        return Answer.ok(Json.object().set("server", view.full(request, need(request))));
    }

    private Answer delete(Request request) {
        ObjectNode server = need(request);
        String id = server.path("id").asText();
        if (server.path("_locked").asBoolean()) {
            throw Refused.conflict("Instance " + id + " is locked");
        }
        table.update(id, row -> row.put("OS-EXT-STS:task_state", "deleting"));
        world.timeline().after(scenario.timing().delete(), () -> gone(id));
        return Answer.empty(204);
    }

    private void gone(String id) {
        boolean deleteVolume =
                table.find(id).map(r -> r.path("delete_volume").asBoolean()).orElse(false);
        for (ObjectNode volume : attachments.of(id)) {
            String volumeId = volume.path("id").asText();
            boolean root =
                    volume.path("attachments").path(0).path("device").asText().equals("/dev/vda");
            if (root && deleteVolume) {
                attachments.remove(volumeId);
            } else {
                attachments.free(volumeId);
            }
        }
        ports.release(id);
        groups.leave(id);
        table.remove(id);
    }

    void setMetadata(String id, Map<String, JsonNode> values, boolean replace) {
        table.update(id, row -> {
            ObjectNode metadata =
                    replace ? Json.object() : row.withObject("/metadata").deepCopy();
            metadata.setAll(values);
            row.set("metadata", metadata);
        });
    }
}
