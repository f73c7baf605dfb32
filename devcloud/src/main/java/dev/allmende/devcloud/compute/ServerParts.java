package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.volume.Attachments;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What belongs to a server: actions with the console, metadata, volume attachments, interfaces. */
final class ServerParts {
    private final Servers servers;
    private final Acts acts;
    private final Consoles consoles;
    private final ServerPorts ports;
    private final Attachments attachments;
    private final World world;

    ServerParts(
            Servers servers, Acts acts, Consoles consoles, ServerPorts ports, Attachments attachments, World world) {
        this.servers = servers;
        this.acts = acts;
        this.consoles = consoles;
        this.ports = ports;
        this.attachments = attachments;
        this.world = world;
    }

    void routes(Routes routes) {
        String server = "/v2.1/servers/{id}";
        routes.on("POST", server + "/action", this::action)
                .on("GET", server + "/metadata", this::metadata)
                .on("POST", server + "/metadata", r -> setMetadata(r, false))
                .on("PUT", server + "/metadata", r -> setMetadata(r, true))
                .on("DELETE", server + "/metadata/{key}", this::deleteMetadata)
                .on("GET", server + "/tags", this::tags)
                .on("PUT", server + "/tags", this::retag)
                .on("GET", server + "/os-interface", this::interfaces)
                .on("POST", server + "/os-interface", this::plug)
                .on("DELETE", server + "/os-interface/{port}", this::unplug)
                .on("GET", server + "/os-volume_attachments/{volume}", this::volume)
                .on("GET", server + "/os-volume_attachments", this::volumes)
                .on("POST", server + "/os-volume_attachments", this::attach)
                .on("DELETE", server + "/os-volume_attachments/{volume}", this::detach);
    }

    private Answer action(Request request) {
        ObjectNode server = servers.need(request);
        JsonNode body = request.json("Malformed request body");
        String action = body.isObject() && !body.isEmpty() ? body.fieldNames().next() : "";
        return switch (action) {
            case "os-getConsoleOutput" ->
                console(server, body.path(action).path("length").asInt(0));
            default -> acts.act(request, server, action, body.path(action));
        };
    }

    private Answer console(ObjectNode server, int length) {
        String id = server.path("id").asText();
        if (!server.hasNonNull("OS-SRV-USG:launched_at")) {
            throw Refused.conflict("Instance " + id + " is not ready");
        }
        Consoles.Shown shown = consoles.of(
                server.path("name").asText(),
                server.path("user_data").asText(""),
                server.path("metadata").toString());
        Instant launched = Instant.parse(server.path("OS-SRV-USG:launched_at").asText() + "Z");
        boolean there = Duration.between(launched, world.now()).compareTo(shown.after()) >= 0;
        List<String> lines = there ? shown.text().lines().toList() : List.of();
        List<String> tail =
                length > 0 && length < lines.size() ? lines.subList(lines.size() - length, lines.size()) : lines;
        String output = tail.isEmpty() ? "" : String.join("\n", tail) + "\n";
        return Answer.ok(Json.object().put("output", output));
    }

    private Answer metadata(Request request) {
        return Answer.ok(Json.object().set("metadata", servers.need(request).path("metadata")));
    }

    private Answer setMetadata(Request request, boolean replace) {
        String id = servers.need(request).path("id").asText();
        ObjectNode wanted = request.wrapped("metadata", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'metadata' is a required property"));
        Map<String, JsonNode> values = new HashMap<>();
        wanted.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        servers.setMetadata(id, values, replace);
        return metadata(request);
    }

    private Answer deleteMetadata(Request request) {
        String id = servers.need(request).path("id").asText();
        servers.table.update(id, row -> row.withObject("/metadata").remove(request.part("key")));
        return Answer.empty(204);
    }

    private Answer tags(Request request) {
        return Answer.ok(Json.object().set("tags", servers.need(request).path("_tags")));
    }

    /** Not while it builds: a conflict that a controller meets early. */
    private Answer retag(Request request) {
        ObjectNode server = servers.need(request);
        String id = server.path("id").asText();
        String state = server.path("OS-EXT-STS:vm_state").asText();
        if (state.equals("building")) {
            throw Refused.conflict("Cannot 'update tags' instance " + id + " while it is in vm_state building");
        }
        if (!(request.json("Malformed request body").path("tags") instanceof ArrayNode tags)) {
            throw Refused.badRequest("'tags' is a required property");
        }
        servers.table.update(id, row -> row.set("_tags", tags));
        return tags(request);
    }

    private static ObjectNode plugged(Request request, ObjectNode port) {
        ObjectNode row = Json.object().put("net_id", port.path("network_id").asText());
        row.put("port_id", port.path("id").asText())
                .put("mac_addr", port.path("mac_address").asText());
        row.put("port_state", port.path("status").asText()).set("fixed_ips", port.path("fixed_ips"));
        return ComputeManners.version(request).atLeast(70) ? row.putNull("tag") : row;
    }

    private Answer interfaces(Request request) {
        ArrayNode list = Json.array();
        ports.of(servers.need(request).path("id").asText()).forEach(port -> list.add(plugged(request, port)));
        return Answer.ok(Json.object().set("interfaceAttachments", list));
    }

    private Answer plug(Request request) {
        ObjectNode server = servers.need(request);
        Acts.fits(server, "attach_interface", Set.of("active", "stopped"));
        ObjectNode wanted =
                request.wrapped("interfaceAttachment", "Malformed request body").orElseGet(Json::object);
        if (wanted.hasNonNull("net_id")) {
            return inNetwork(request, server.path("id").asText(), wanted);
        }
        String id = wanted.path("port_id").asText();
        ObjectNode port = ports.port(id, request.caller().project())
                .orElseThrow(() -> Refused.notFound("Port id " + id + " could not be found."));
        if (!port.path("device_id").asText().isEmpty()) {
            throw Refused.conflict("Port " + id + " is still in use.");
        }
        ports.give(port, server.path("id").asText());
        return Answer.ok(Json.object()
                .set(
                        "interfaceAttachment",
                        plugged(
                                request,
                                ports.port(id, request.caller().project()).orElse(port))));
    }

    private Answer inNetwork(Request request, String server, ObjectNode wanted) {
        String network = wanted.path("net_id").asText();
        if (ports.network(network, request.caller().project()).isEmpty()) {
            throw Refused.badRequest("Network " + network + " could not be found.");
        }
        String address = wanted.path("fixed_ips").path(0).path("ip_address").asText("");
        ObjectNode port = ports.attach(network, server, request.caller().project(), address, List.of());
        return Answer.ok(Json.object().set("interfaceAttachment", plugged(request, port)));
    }

    /** Nova takes the request up whatever the port is, and finds out later. */
    private Answer unplug(Request request) {
        String server = servers.need(request).path("id").asText();
        String id = request.part("port");
        ports.of(server).stream()
                .filter(port -> port.path("id").asText().equals(id))
                .forEach(ports::takeOff);
        return Answer.empty(202);
    }

    private Answer volume(Request request) {
        String server = servers.need(request).path("id").asText();
        String id = request.part("volume");
        ObjectNode volume = attachments.of(server).stream()
                .filter(v -> v.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("Instance " + server + " is not attached to volume " + id));
        return Answer.ok(Json.object().set("volumeAttachment", attachment(request, server, volume)));
    }

    private static ObjectNode attachment(Request request, String server, ObjectNode volume) {
        Microversion version = ComputeManners.version(request);
        JsonNode attached = volume.path("attachments").path(0);
        ObjectNode row = Json.object();
        if (!version.atLeast(89)) {
            row.set("id", volume.path("id"));
        }
        row.set("volumeId", volume.path("id"));
        row.put("serverId", server).set("device", attached.path("device"));
        if (version.atLeast(70)) {
            row.putNull("tag");
        }
        if (version.atLeast(79)) {
            row.put("delete_on_termination", false);
        }
        if (version.atLeast(89)) {
            row.set("attachment_id", attached.path("attachment_id"));
            row.set("bdm_uuid", attached.path("attachment_id"));
        }
        return row;
    }

    private Answer volumes(Request request) {
        String id = servers.need(request).path("id").asText();
        List<ObjectNode> rows =
                attachments.of(id).stream().map(v -> attachment(request, id, v)).toList();
        return Answer.ok(Json.object().set("volumeAttachments", Json.array(rows)));
    }

    private Answer attach(Request request) {
        String id = servers.need(request).path("id").asText();
        String volume = request.wrapped("volumeAttachment", "Malformed request body")
                .map(wanted -> wanted.path("volumeId").asText())
                .orElseThrow(() -> Refused.badRequest("'volumeAttachment' is a required property"));
        if (attachments.find(volume, request.caller()).isEmpty()) {
            throw Refused.notFound("Volume " + volume + " could not be found.");
        }
        attachments.attach(
                volume, id, "/dev/vd" + (char) ('b' + attachments.of(id).size()));
        ObjectNode row = attachments.find(volume, request.caller()).orElseThrow();
        return Answer.ok(Json.object().set("volumeAttachment", attachment(request, id, row)));
    }

    private Answer detach(Request request) {
        String id = servers.need(request).path("id").asText();
        String volume = request.part("volume");
        boolean attached =
                attachments.of(id).stream().anyMatch(v -> v.path("id").asText().equals(volume));
        if (!attached) {
            throw Refused.notFound("volume_id not found: " + volume);
        }
        attachments.detach(volume);
        return Answer.empty(202);
    }
}
