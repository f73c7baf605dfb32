package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.volume.Attachments;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Set;

/** A server as Nova shows it (nova/api/openstack/compute/views/servers.py, Zed); the fields depend on the microversion. */
final class ServerView {
    private static final List<String> HIDDEN = List.of(
            "user_data",
            "flavor_id",
            "image_id",
            "delete_volume",
            "_tags",
            "_description",
            "_hostname",
            "_locked",
            "_locked_reason",
            Acts.OLD_FLAVOR,
            Acts.WAS_OFF);

    private static final Set<String> PLACED = Set.of("active", "stopped", "resized");

    private final Flavors flavors;
    private final ServerPorts ports;
    private final Attachments attachments;
    private final ServerGroups groups;

    ServerView(Flavors flavors, ServerPorts ports, Attachments attachments, ServerGroups groups) {
        this.groups = groups;
        this.flavors = flavors;
        this.ports = ports;
        this.attachments = attachments;
    }

    /** As in a list: without the groups, which would cost Nova a look-up per server. */
    ObjectNode listed(Request request, ObjectNode row) {
        ObjectNode shown = full(request, row);
        shown.remove("server_groups");
        return shown;
    }

    ObjectNode full(Request request, ObjectNode row) {
        Microversion version = ComputeManners.version(request);
        String id = row.path("id").asText();
        boolean placed = PLACED.contains(row.path("OS-EXT-STS:vm_state").asText());
        ObjectNode shown = row.deepCopy();
        shown.remove(HIDDEN);
        if (row.path("status").asText().equals("SHUTOFF")) {
            shown.remove("progress");
        }
        shown.set("image", image(request, row));
        shown.set("flavor", flavor(request, row, version));
        shown.set("addresses", addresses(id, true));
        shown.set("links", Links.both(request, "servers", id));
        if (placed) {
            shown.set("security_groups", groups(id));
        }
        ArrayNode volumes = Json.array();
        for (ObjectNode volume : attachments.of(id)) {
            ObjectNode attached = Json.object().put("id", volume.path("id").asText());
            if (version.atLeast(3)) {
                attached.set("delete_on_termination", row.path("delete_volume"));
            }
            volumes.add(attached);
        }
        shown.set("os-extended-volumes:volumes_attached", volumes);
        return newer(shown, row, version);
    }

    /** One entry for each group of each port, as Nova shows them. */
    private ArrayNode groups(String server) {
        ArrayNode shown = Json.array();
        ports.groupNames(server).forEach(name -> shown.add(Json.object().put("name", name)));
        return shown.isEmpty() ? shown.add(Json.object().put("name", "default")) : shown;
    }

    private ObjectNode newer(ObjectNode shown, ObjectNode row, Microversion version) {
        if (version.atLeast(9)) {
            shown.put("locked", row.path("_locked").asBoolean());
        }
        if (version.atLeast(73)) {
            set(shown, "locked_reason", row.path("_locked_reason"));
        }
        if (version.atLeast(19)) {
            set(shown, "description", row.path("_description"));
        }
        if (version.atLeast(26)) {
            shown.set("tags", row.path("_tags"));
        }
        if (version.atLeast(63)) {
            shown.putNull("trusted_image_certificates");
        }
        if (version.atLeast(90)) {
            shown.put(
                    "OS-EXT-SRV-ATTR:hostname",
                    row.path("_hostname").asText(row.path("name").asText().toLowerCase(java.util.Locale.ROOT)));
        }
        if (version.atLeast(71)) {
            shown.set(
                    "server_groups",
                    Json.texts(groups.of(row.path("id").asText()).stream().toList()));
        }
        return shown;
    }

    private static void set(ObjectNode shown, String field, com.fasterxml.jackson.databind.JsonNode value) {
        shown.set(field, value.isMissingNode() ? shown.nullNode() : value);
    }

    private static com.fasterxml.jackson.databind.JsonNode image(Request request, ObjectNode row) {
        String image = row.path("image_id").asText();
        if (image.isEmpty()) {
            return Json.object().textNode("");
        }
        ObjectNode shown = Json.object().put("id", image);
        shown.set("links", Json.array(List.of(Links.bookmark(request, "images", image))));
        return shown;
    }

    private ObjectNode flavor(Request request, ObjectNode row, Microversion version) {
        String id = row.path("flavor_id").asText();
        if (!version.atLeast(47)) {
            ObjectNode shown = Json.object().put("id", id);
            shown.set("links", Json.array(List.of(Links.bookmark(request, "flavors", id))));
            return shown;
        }
        ObjectNode flavor = flavors.find(id).orElseGet(Json::object);
        ObjectNode shown = Json.object();
        shown.set("vcpus", flavor.path("vcpus"));
        shown.set("ram", flavor.path("ram"));
        shown.set("disk", flavor.path("disk"));
        shown.put("ephemeral", 0).put("swap", 0);
        shown.set("original_name", flavor.path("name"));
        shown.set("extra_specs", flavor.path("extra_specs"));
        return shown;
    }

    ObjectNode addresses(String server, boolean detail) {
        ObjectNode addresses = Json.object();
        for (ObjectNode port : ports.of(server)) {
            ArrayNode list = addresses.withArray(
                    "/" + ports.networkName(port).replace("~", "~0").replace("/", "~1"));
            port.path("fixed_ips").forEach(ip -> {
                String text = ip.path("ip_address").asText();
                ObjectNode address =
                        Json.object().put("version", text.contains(":") ? 6 : 4).put("addr", text);
                if (detail) {
                    address.put("OS-EXT-IPS:type", "fixed");
                    address.set("OS-EXT-IPS-MAC:mac_addr", port.path("mac_address"));
                }
                list.add(address);
            });
        }
        return addresses;
    }
}
