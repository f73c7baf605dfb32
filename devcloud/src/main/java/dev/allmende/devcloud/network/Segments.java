package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Set;

/** Networks, subnets and ports: making, renaming, removing. */
final class Segments {
    private static final Set<String> NETWORK = Set.of(
            "name",
            "description",
            "admin_state_up",
            "shared",
            "router:external",
            "mtu",
            "availability_zone_hints",
            "port_security_enabled",
            "project_id",
            "tenant_id",
            "is_default",
            "tags");
    private static final Set<String> SUBNET = Set.of(
            "name",
            "description",
            "network_id",
            "ip_version",
            "cidr",
            "gateway_ip",
            "allocation_pools",
            "dns_nameservers",
            "host_routes",
            "enable_dhcp",
            "project_id",
            "tenant_id",
            "ipv6_ra_mode",
            "ipv6_address_mode",
            "subnetpool_id",
            "tags");
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

    private final Networks networks;
    private final Groups groups;

    Segments(Networks networks, Groups groups) {
        this.networks = networks;
        this.groups = groups;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/networks", this::createNetwork)
                .on("PUT", "/v2.0/networks/{id}", r -> update(r, "networks", NETWORK))
                .on("DELETE", "/v2.0/networks/{id}", this::deleteNetwork)
                .on("POST", "/v2.0/subnets", this::createSubnet)
                .on("PUT", "/v2.0/subnets/{id}", r -> update(r, "subnets", SUBNET))
                .on("DELETE", "/v2.0/subnets/{id}", this::deleteSubnet)
                .on("POST", "/v2.0/ports", this::createPort)
                .on("PUT", "/v2.0/ports/{id}", r -> update(r, "ports", PORT))
                .on("DELETE", "/v2.0/ports/{id}", this::deletePort);
    }

    /** The row to change; what belongs to another project is not to be changed by members. */
    private ObjectNode own(Request request, String collection) {
        ObjectNode row = networks.need(request, collection, request.part("id"));
        if (!Networks.project(row).equals(request.caller().project())
                && !request.caller().isAdmin()) {
            throw new Refused(
                    403, "PolicyNotAuthorized", "rule:delete_" + Networks.one(collection) + " is disallowed by policy");
        }
        return row;
    }

    private Answer createNetwork(Request request) {
        ObjectNode wanted = Networks.wanted(request, "network", NETWORK);
        String name = wanted.path("name").asText("");
        networks.quota(
                request, "networks", "network", name, networks.scenario.quota().networks());
        boolean external = wanted.path("router:external").asBoolean();
        if ((external || wanted.path("shared").asBoolean()) && !request.caller().isAdmin()) {
            throw new Refused(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:create_network and rule:create_network:shared) is disallowed by" + " policy");
        }
        ObjectNode row = networks.rows.network(name, request.caller().project(), external, List.of());
        row.put("description", wanted.path("description").asText(""));
        networks.networks.add(row);
        // Only the answer to the create call has this field for a network that is not external.
        return Answer.json(201, Json.object().set("network", row.deepCopy().put("is_default", false)));
    }

    private Answer update(Request request, String collection, Set<String> known) {
        String key = Networks.one(collection);
        String id = own(request, collection).path("id").asText();
        ObjectNode wanted = Networks.wanted(request, key, known);
        networks.table(collection).update(id, row -> {
            row.setAll(wanted);
            row.put("revision_number", row.path("revision_number").asInt() + 1);
        });
        return Answer.ok(Json.object().set(key, networks.need(request, collection, id)));
    }

    private Answer deleteNetwork(Request request) {
        String id = own(request, "networks").path("id").asText();
        List<ObjectNode> inUse = networks.portsOn("network_id", id);
        if (!inUse.isEmpty()) {
            throw new Refused(
                    409,
                    "NetworkInUse",
                    "Unable to complete operation on network %s. There are one or more ports still in use on the network, id for these ports is: %s."
                            .formatted(id, inUse.getFirst().path("id").asText()));
        }
        networks.subnets
                .where("network_id", id)
                .forEach(s -> networks.subnets.remove(s.path("id").asText()));
        networks.networks.remove(id);
        return Answer.empty(204);
    }

    private Answer createSubnet(Request request) {
        ObjectNode wanted = Networks.wanted(request, "subnet", SUBNET);
        String network = Networks.required(wanted, "network_id");
        Networks.required(wanted, "ip_version");
        networks.need(request, "networks", network);
        if (!wanted.hasNonNull("cidr")) {
            throw new Refused(
                    400, "BadRequest", "Bad subnets request: a subnetpool must be specified in the absence of a cidr.");
        }
        Cidr cidr = Cidr.of(wanted.path("cidr").asText());
        for (ObjectNode other : networks.subnets.where("network_id", network)) {
            if (Cidr.of(other.path("cidr").asText()).overlaps(cidr)) {
                throw new Refused(
                        400,
                        "InvalidInput",
                        "Invalid input for operation: Requested subnet with cidr: %s for network: %s overlaps with another subnet."
                                .formatted(cidr.text(), network));
            }
        }
        ObjectNode row = networks.subnets.add(
                networks.rows.subnet(wanted, request.caller().project(), cidr));
        networks.networks.update(
                network, n -> n.withArray("subnets").add(row.path("id").asText()));
        return Answer.json(201, Json.object().set("subnet", row));
    }

    private Answer deleteSubnet(Request request) {
        ObjectNode row = own(request, "subnets");
        String id = row.path("id").asText();
        if (!networks.portsOn("subnet", id).isEmpty()) {
            throw new Refused(
                    409,
                    "SubnetInUse",
                    "Unable to complete operation on subnet %s: One or more ports have an IP allocation from this subnet."
                            .formatted(id));
        }
        networks.subnets.remove(id);
        networks.networks.update(row.path("network_id").asText(), n -> {
            var left = Json.array();
            n.path("subnets").forEach(s -> {
                if (!s.asText().equals(id)) {
                    left.add(s);
                }
            });
            n.set("subnets", left);
        });
        return Answer.empty(204);
    }

    private Answer createPort(Request request) {
        ObjectNode wanted = Networks.wanted(request, "port", PORT);
        String network = Networks.required(wanted, "network_id");
        networks.need(request, "networks", network);
        String project = request.caller().project();
        ObjectNode row = networks.rows.port(wanted.path("name").asText(""), network, project);
        JsonNode fixed = wanted.path("fixed_ips").path(0);
        networks.address(network, fixed)
                .ifPresent(ip -> row.withArray("fixed_ips").add(ip));
        if (wanted.path("security_groups").isArray()) {
            row.set("security_groups", wanted.path("security_groups"));
        } else {
            row.withArray("security_groups").add(groups.defaultOf(project));
        }
        for (String field : List.of("description", "device_id", "device_owner")) {
            if (wanted.has(field)) {
                row.set(field, wanted.get(field));
            }
        }
        return Answer.json(201, Json.object().set("port", networks.ports.add(row)));
    }

    private Answer deletePort(Request request) {
        ObjectNode row = own(request, "ports");
        String id = row.path("id").asText();
        String owner = row.path("device_owner").asText();
        if (owner.startsWith("network:router_")) {
            throw new Refused(
                    409,
                    "ServicePortInUse",
                    "Port %s cannot be deleted directly via the port API: has device owner %s.".formatted(id, owner));
        }
        networks.ports.remove(id);
        return Answer.empty(204);
    }
}
