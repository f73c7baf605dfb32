package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;

/** New rows of each kind with all their fields, as Neutron (Zed) shows them to a member. */
final class Rows {
    private final World world;

    Rows(World world) {
        this.world = world;
    }

    String seconds() {
        return world.seconds();
    }

    private ObjectNode base(String name, String project) {
        return Json.object().put("id", world.ids().uuid()).put("name", name).put("tenant_id", project);
    }

    private ObjectNode stamped(ObjectNode row, String project, int revision) {
        row.set("tags", Json.array());
        row.put("created_at", world.seconds()).put("updated_at", world.seconds());
        return row.put("revision_number", revision).put("project_id", project);
    }

    private String zonesStamp(ObjectNode row, List<String> zones) {
        row.set("availability_zone_hints", Json.array());
        row.set("availability_zones", Json.texts(zones));
        return "";
    }

    ObjectNode network(String name, String project, boolean external, List<String> zones) {
        ObjectNode row =
                base(name, project).put("admin_state_up", true).put("mtu", 1450).put("status", "ACTIVE");
        row.set("subnets", Json.array());
        row.put("shared", false);
        zonesStamp(row, zones);
        row.putNull("ipv4_address_scope").putNull("ipv6_address_scope").put("router:external", external);
        row.put("description", "").put("port_security_enabled", true).putNull("qos_policy_id");
        row.put("l2_adjacency", true);
        if (external) {
            row.put("is_default", false);
        }
        return stamped(row, project, 1);
    }

    ObjectNode subnet(JsonNode wanted, String project, Cidr cidr) {
        ObjectNode row = base(wanted.path("name").asText(""), project);
        row.put("network_id", wanted.path("network_id").asText())
                .put("ip_version", wanted.path("ip_version").asInt());
        row.putNull("subnetpool_id")
                .put("enable_dhcp", wanted.path("enable_dhcp").asBoolean(true));
        for (String mode : List.of("ipv6_ra_mode", "ipv6_address_mode")) {
            row.set(
                    mode,
                    wanted.hasNonNull(mode) ? wanted.get(mode) : Json.object().nullNode());
        }
        row.set(
                "gateway_ip",
                wanted.has("gateway_ip")
                        ? wanted.get("gateway_ip")
                        : Json.object().textNode(cidr.host(1)));
        row.put("cidr", cidr.normalized());
        row.set(
                "allocation_pools",
                wanted.path("allocation_pools").isArray()
                        ? wanted.path("allocation_pools")
                        : Json.array(
                                List.of(Json.object().put("start", cidr.host(2)).put("end", cidr.last()))));
        row.set("host_routes", wanted.path("host_routes").isArray() ? wanted.path("host_routes") : Json.array());
        row.set(
                "dns_nameservers",
                wanted.path("dns_nameservers").isArray() ? wanted.path("dns_nameservers") : Json.array());
        row.put("description", wanted.path("description").asText("")).set("service_types", Json.array());
        return stamped(row, project, 0);
    }

    ObjectNode router(JsonNode wanted, String project, List<String> zones) {
        ObjectNode row = base(wanted.path("name").asText(""), project);
        row.put("admin_state_up", true).put("status", "ACTIVE").putNull("external_gateway_info");
        row.put("description", wanted.path("description").asText(""));
        zonesStamp(row, zones);
        row.set("routes", Json.array());
        return stamped(row.putNull("flavor_id"), project, 1);
    }

    ObjectNode port(String name, String network, String project) {
        ObjectNode row = base(name, project).put("network_id", network);
        String tail = world.ids().hex();
        row.put(
                "mac_address",
                "fa:16:3e:" + tail.substring(0, 2) + ":" + tail.substring(2, 4) + ":" + tail.substring(4, 6));
        row.put("admin_state_up", true)
                .put("status", "DOWN")
                .put("device_id", "")
                .put("device_owner", "");
        for (String list : List.of("fixed_ips", "allowed_address_pairs", "extra_dhcp_opts", "security_groups")) {
            row.set(list, Json.array());
        }
        row.put("description", "").put("binding:vnic_type", "normal").put("port_security_enabled", true);
        row.putNull("qos_policy_id").putNull("qos_network_policy_id").put("ip_allocation", "immediate");
        return stamped(row, project, 1);
    }

    ObjectNode group(String name, String description, String project) {
        ObjectNode row = base(name, project);
        row.put("stateful", true).put("description", description).put("shared", false);
        row.set("security_group_rules", Json.array());
        return stamped(row, project, 1);
    }

    ObjectNode rule(String group, String project, String ethertype, String direction) {
        ObjectNode row = Json.object().put("id", world.ids().uuid()).put("tenant_id", project);
        row.put("security_group_id", group).put("ethertype", ethertype).put("direction", direction);
        for (String field : List.of(
                "protocol",
                "port_range_min",
                "port_range_max",
                "remote_ip_prefix",
                "remote_address_group_id",
                "normalized_cidr",
                "remote_group_id",
                "description")) {
            row.putNull(field);
        }
        row.put("created_at", world.seconds()).put("updated_at", world.seconds());
        return row.put("revision_number", 0).put("project_id", project);
    }

    ObjectNode floatingIp(String network, String address, String project, String description) {
        ObjectNode row = Json.object().put("id", world.ids().uuid()).put("tenant_id", project);
        row.put("floating_ip_address", address).put("floating_network_id", network);
        row.putNull("router_id").putNull("port_id").putNull("fixed_ip_address").put("status", "DOWN");
        row.put("project_id", project)
                .put("description", description)
                .putNull("qos_policy_id")
                .putNull("port_details");
        return stamped(row, project, 0);
    }
}
