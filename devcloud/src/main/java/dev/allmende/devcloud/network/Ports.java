package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ports: addresses, security groups, address pairs. */
final class Ports {
    private static final Set<String> PORT = Set.of(
            "name",
            "description",
            "network_id",
            "admin_state_up",
            "fixed_ips",
            "device_id",
            "device_owner",
            "security_groups",
            "allowed_address_pairs",
            "binding:vnic_type",
            "port_security_enabled",
            "project_id",
            "tenant_id",
            "mac_address",
            "tags");
    private static final Set<String> FIXED = Set.of("network_id", "project_id", "tenant_id");

    private final Networks networks;
    private final Groups groups;

    Ports(Networks networks, Groups groups) {
        this.networks = networks;
        this.groups = groups;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/ports", this::create)
                .on("PUT", "/v2.0/ports/{id}", this::update)
                .on("DELETE", "/v2.0/ports/{id}", this::delete);
    }

    private Answer create(Request request) {
        ObjectNode wanted = Networks.wanted(request, "port", PORT);
        String network = Networks.required(wanted, "network_id");
        networks.need(request, "networks", network);
        String name = wanted.path("name").asText("");
        networks.quota(request, "ports", name);
        String project = request.caller().project();
        ObjectNode row = networks.rows.port(name, network, project);
        fill(request, row, wanted);
        if (row.path("fixed_ips").isEmpty() && !wanted.has("fixed_ips")) {
            networks.address(network, Json.object())
                    .ifPresent(ip -> row.withArray("fixed_ips").add(ip));
        }
        automatic(row);
        if (!wanted.has("security_groups") && row.path("port_security_enabled").asBoolean()) {
            row.withArray("security_groups").add(groups.defaultOf(project));
        }
        return Answer.json(201, Json.object().set("port", networks.ports.add(row)));
    }

    private void fill(Request request, ObjectNode row, ObjectNode wanted) {
        wanted.path("security_groups").forEach(group -> networks.need(request, "security-groups", group.asText()));
        for (String field : List.of(
                "name",
                "description",
                "device_id",
                "device_owner",
                "mac_address",
                "admin_state_up",
                "security_groups",
                "binding:vnic_type",
                "port_security_enabled")) {
            if (wanted.has(field)) {
                row.set(field, wanted.get(field));
            }
        }
        if (wanted.has("allowed_address_pairs")) {
            row.set("allowed_address_pairs", pairs(row, wanted.path("allowed_address_pairs")));
        }
        secured(row);
        if (wanted.has("fixed_ips")) {
            row.set("fixed_ips", addresses(row, wanted.path("fixed_ips")));
        }
    }

    private static ArrayNode pairs(ObjectNode row, JsonNode wanted) {
        ArrayNode pairs = Json.array();
        wanted.forEach(pair -> {
            ObjectNode shown = Json.object();
            shown.set("mac_address", pair.has("mac_address") ? pair.get("mac_address") : row.get("mac_address"));
            shown.set("ip_address", pair.path("ip_address"));
            pairs.add(shown);
        });
        return pairs;
    }

    private static void secured(ObjectNode row) {
        if (row.path("port_security_enabled").asBoolean()) {
            return;
        }
        if (!row.path("allowed_address_pairs").isEmpty()) {
            throw new Refused(
                    409,
                    "AddressPairAndPortSecurityRequired",
                    "Port Security must be enabled in order to have allowed address pairs on a port.");
        }
        if (!row.path("security_groups").isEmpty()) {
            throw new Refused(
                    409,
                    "PortSecurityPortHasSecurityGroup",
                    "Port has security group associated. Cannot disable port security or IP address until security group is removed.");
        }
    }

    /**
     * Whoever asks for any address of a subnet keeps the one that the port has there, and one that is asked for is not taken
     * from the port itself.
     */
    private ArrayNode addresses(ObjectNode row, JsonNode wanted) {
        List<JsonNode> own = new ArrayList<>(row.path("fixed_ips").valueStream().toList());
        List<String> named = wanted.findValuesAsText("ip_address");
        ArrayNode addresses = Json.array();
        for (JsonNode each : wanted) {
            Optional<JsonNode> kept = own.stream()
                    .filter(old -> each.has("ip_address")
                            ? old.path("ip_address").equals(each.path("ip_address"))
                            : old.path("subnet_id").equals(each.path("subnet_id"))
                                    && !named.contains(old.path("ip_address").asText()))
                    .findFirst();
            kept.ifPresent(own::remove);
            kept.or(() -> networks.address(row.path("network_id").asText(), each))
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    /** In a subnet with SLAAC each port has an address made of its hardware address, asked for or not. */
    private void automatic(ObjectNode row) {
        for (ObjectNode subnet :
                networks.subnets.where("network_id", row.path("network_id").asText())) {
            String id = subnet.path("id").asText();
            boolean isThere =
                    row.path("fixed_ips").findValuesAsText("subnet_id").contains(id);
            if (subnet.path("ipv6_address_mode").asText().equals("slaac") && !isThere) {
                row.withArray("fixed_ips")
                        .add(Json.object()
                                .put("subnet_id", id)
                                .put(
                                        "ip_address",
                                        Cidr.of(subnet.path("cidr").asText())
                                                .automatic(
                                                        row.path("mac_address").asText())));
            }
        }
    }

    private Answer update(Request request) {
        ObjectNode old = networks.own(request, "ports");
        ObjectNode wanted = Networks.changes(request, "port", PORT, FIXED);
        Networks.matching(request, old);
        String id = old.path("id").asText();
        networks.change("ports", id, row -> {
            fill(request, row, wanted);
            automatic(row);
        });
        return Answer.ok(Json.object().set("port", networks.need(request, "ports", id)));
    }

    private Answer delete(Request request) {
        ObjectNode row = networks.own(request, "ports");
        String id = row.path("id").asText();
        String owner = row.path("device_owner").asText();
        if (owner.startsWith("network:router_")) {
            throw new Refused(
                    409,
                    "ServicePortInUse",
                    "Port %s cannot be deleted directly via the port API: has device owner %s.".formatted(id, owner));
        }
        networks.removePort(id);
        return Answer.empty(204);
    }
}
