package dev.allmende.devcloud.network;

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
    private static final Set<String> FIXED_NETWORK =
            Set.of("availability_zone_hints", "project_id", "tenant_id", "is_default");
    private static final Set<String> FIXED_SUBNET = Set.of(
            "network_id",
            "ip_version",
            "cidr",
            "project_id",
            "tenant_id",
            "ipv6_ra_mode",
            "ipv6_address_mode",
            "subnetpool_id");
    private static final int MTU = 1450;

    private final Networks networks;

    Segments(Networks networks) {
        this.networks = networks;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/networks", this::createNetwork)
                .on("PUT", "/v2.0/networks/{id}", r -> update(r, "networks", NETWORK, FIXED_NETWORK))
                .on("DELETE", "/v2.0/networks/{id}", this::deleteNetwork)
                .on("POST", "/v2.0/subnets", this::createSubnet)
                .on("PUT", "/v2.0/subnets/{id}", r -> update(r, "subnets", SUBNET, FIXED_SUBNET))
                .on("DELETE", "/v2.0/subnets/{id}", this::deleteSubnet);
    }

    private Answer createNetwork(Request request) {
        ObjectNode wanted = Networks.wanted(request, "network", NETWORK);
        String name = wanted.path("name").asText("");
        networks.quota(request, "networks", name);
        boolean external = wanted.path("router:external").asBoolean();
        if ((external || wanted.path("shared").asBoolean()) && !request.caller().isAdmin()) {
            throw new Refused(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:create_network and rule:create_network:shared) is disallowed by" + " policy");
        }
        ObjectNode row = networks.rows.network(name, request.caller().project(), external, List.of());
        row.put("description", wanted.path("description").asText(""));
        row.put("mtu", mtu(wanted));
        for (String field : List.of("admin_state_up", "port_security_enabled", "shared", "availability_zone_hints")) {
            if (wanted.has(field)) {
                row.set(field, wanted.get(field));
            }
        }
        networks.networks.add(row);
        // Only the answer to the create call has this field for a network that is not external.
        return Answer.json(201, Json.object().set("network", row.deepCopy().put("is_default", false)));
    }

    private static int mtu(ObjectNode wanted) {
        int mtu = wanted.path("mtu").asInt(MTU);
        if (mtu > MTU) {
            throw new Refused(
                    400,
                    "InvalidInput",
                    "Invalid input for operation: Requested MTU is too big, maximum is " + MTU + ".");
        }
        return mtu;
    }

    private Answer update(Request request, String collection, Set<String> known, Set<String> fixed) {
        String key = Networks.one(collection);
        ObjectNode old = networks.own(request, collection);
        ObjectNode wanted = Networks.changes(request, key, known, fixed);
        if (wanted.has("router:external") && !request.caller().isAdmin()) {
            throw new Refused(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:update_network and rule:update_network:router:external) is disallowed by policy");
        }
        mtu(wanted);
        Networks.matching(request, old);
        String id = old.path("id").asText();
        networks.change(collection, id, row -> row.setAll(wanted));
        return Answer.ok(Json.object().set(key, networks.need(request, collection, id)));
    }

    private Answer deleteNetwork(Request request) {
        String id = networks.own(request, "networks").path("id").asText();
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
        networks.quota(request, "subnets", wanted.path("name").asText());
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
        if (wanted.hasNonNull("ipv6_ra_mode") && wanted.path("ip_version").asInt() == 4) {
            throw new Refused(
                    400,
                    "InvalidInput",
                    "Invalid input for operation: ipv6_ra_mode is not valid when ip_version is 4.");
        }
        ObjectNode row = networks.subnets.add(
                networks.rows.subnet(wanted, request.caller().project(), cidr));
        networks.networks.update(
                network, n -> n.withArray("subnets").add(row.path("id").asText()));
        return Answer.json(201, Json.object().set("subnet", row));
    }

    private Answer deleteSubnet(Request request) {
        ObjectNode row = networks.own(request, "subnets");
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
}
