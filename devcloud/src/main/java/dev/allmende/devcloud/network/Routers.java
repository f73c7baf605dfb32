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

/** Routers with gateway and interfaces. */
final class Routers {
    private static final String INTERFACE = "network:router_interface";
    private static final Set<String> ROUTER = Set.of(
            "name",
            "description",
            "admin_state_up",
            "external_gateway_info",
            "availability_zone_hints",
            "project_id",
            "tenant_id",
            "routes",
            "tags");
    private static final Set<String> FIXED = Set.of("availability_zone_hints", "project_id", "tenant_id");

    private final Networks networks;

    Routers(Networks networks) {
        this.networks = networks;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/routers", this::create)
                .on("PUT", "/v2.0/routers/{id}", this::update)
                .on("DELETE", "/v2.0/routers/{id}", this::delete)
                .on("PUT", "/v2.0/routers/{id}/add_router_interface", this::addInterface)
                .on("PUT", "/v2.0/routers/{id}/remove_router_interface", this::removeInterface);
    }

    private ObjectNode router(Request request) {
        return networks.need(request, "routers", request.part("id"));
    }

    private Answer create(Request request) {
        ObjectNode wanted = Networks.wanted(request, "router", ROUTER);
        if (wanted.has("routes")) {
            throw new Refused(400, "HTTPBadRequest", "Attribute 'routes' not allowed in POST");
        }
        networks.quota(request, "routers", wanted.path("name").asText());
        ObjectNode row = networks.rows.router(wanted, request.caller().project(), List.of());
        gateway(request, row, wanted);
        return Answer.json(201, Json.object().set("router", networks.routers.add(row)));
    }

    private void gateway(Request request, ObjectNode row, ObjectNode wanted) {
        if (!wanted.has("external_gateway_info")) {
            return;
        }
        JsonNode info = wanted.path("external_gateway_info");
        String network = info.path("network_id").asText();
        if (info.has("enable_snat") && !request.caller().isAdmin()) {
            throw new Refused(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:update_router and rule:update_router:external_gateway_info:enable_snat) is disallowed by policy");
        }
        kept(row, network);
        if (!info.hasNonNull("network_id")) {
            row.putNull("external_gateway_info");
            return;
        }
        JsonNode old = row.path("external_gateway_info");
        if (old.path("network_id").asText().equals(network)) {
            ObjectNode same = old.deepCopy();
            row.set(
                    "external_gateway_info",
                    same.put("enable_snat", info.path("enable_snat").asBoolean(true)));
            return;
        }
        if (!networks.need(request, "networks", network).path("router:external").asBoolean()) {
            throw new Refused(
                    400, "BadRequest", "Bad router request: Network " + network + " is not an external network.");
        }
        ObjectNode shown = Json.object().put("network_id", network);
        var addresses = shown.putArray("external_fixed_ips");
        networks.address(network, Json.object()).ifPresent(addresses::add);
        row.set(
                "external_gateway_info",
                shown.put("enable_snat", info.path("enable_snat").asBoolean(true)));
        row.set("availability_zones", Json.texts(networks.scenario.zones()));
    }

    /** A gateway that floating IPs need stays. */
    private void kept(ObjectNode row, String network) {
        String id = row.path("id").asText();
        String old = row.path("external_gateway_info").path("network_id").asText();
        if (!old.equals(network) && !networks.floatingIps.where("router_id", id).isEmpty()) {
            throw new Refused(
                    409,
                    "RouterExternalGatewayInUseByFloatingIp",
                    "Gateway cannot be updated for router %s, since a gateway to external network %s is required by one or more floating IPs."
                            .formatted(id, old));
        }
    }

    private void reachable(String router, JsonNode routes) {
        List<ObjectNode> near = networks.portsOn("device_id", router).stream()
                .flatMap(port -> port.path("fixed_ips").findValuesAsText("subnet_id").stream())
                .flatMap(subnet -> networks.subnets.find(subnet).stream())
                .toList();
        for (JsonNode route : routes) {
            String hop = route.path("nexthop").asText();
            boolean there = near.stream()
                    .anyMatch(subnet -> Cidr.of(subnet.path("cidr").asText()).holds(hop));
            if (!there) {
                throw new Refused(
                        400,
                        "InvalidRoutes",
                        "Invalid format for routes: " + routes + ", the nexthop is not connected with router");
            }
        }
    }

    private Answer update(Request request) {
        ObjectNode old = router(request);
        String id = old.path("id").asText();
        ObjectNode wanted = Networks.changes(request, "router", ROUTER, FIXED);
        Networks.matching(request, old);
        reachable(id, wanted.path("routes"));
        networks.change("routers", id, row -> {
            ObjectNode fields = wanted.deepCopy();
            fields.remove("external_gateway_info");
            row.setAll(fields);
            gateway(request, row, wanted);
        });
        return Answer.ok(Json.object().set("router", router(request)));
    }

    private Answer delete(Request request) {
        String id = router(request).path("id").asText();
        List<ObjectNode> attached = networks.portsOn("device_id", id);
        if (!attached.isEmpty()) {
            throw new Refused(
                    409,
                    "RouterInUse",
                    "Router %s has ports still attached: %s"
                            .formatted(id, attached.getFirst().path("id").asText()));
        }
        networks.routers.remove(id);
        return Answer.empty(204);
    }

    private Answer addInterface(Request request) {
        ObjectNode router = router(request);
        String id = router.path("id").asText();
        JsonNode body = request.json("Body contains invalid data");
        if (body.hasNonNull("port_id")) {
            ObjectNode port =
                    networks.need(request, "ports", body.path("port_id").asText());
            String portId = port.path("id").asText();
            if (!port.path("device_id").asText().isEmpty()) {
                throw new Refused(
                        409,
                        "PortInUse",
                        "Unable to complete operation on port %s for network %s. Port already has an attached device %s."
                                .formatted(
                                        portId,
                                        port.path("network_id").asText(),
                                        port.path("device_id").asText()));
            }
            port.path("fixed_ips").findValuesAsText("subnet_id").forEach(subnet -> first(id, subnet));
            networks.ports.update(portId, p -> p.put("device_id", id).put("device_owner", INTERFACE));
            return described(
                    router,
                    port,
                    port.path("fixed_ips").path(0).path("subnet_id").asText());
        }
        if (!body.hasNonNull("subnet_id")) {
            throw new Refused(400, "BadRequest", "Bad router request: Either subnet_id or port_id must be specified.");
        }
        ObjectNode subnet =
                networks.need(request, "subnets", body.path("subnet_id").asText());
        String subnetId = subnet.path("id").asText();
        first(id, subnetId);
        ObjectNode port = networks.rows.port("", subnet.path("network_id").asText(), Networks.project(router));
        port.put("device_id", id).put("device_owner", INTERFACE).put("port_security_enabled", false);
        port.withArray("fixed_ips")
                .add(Json.object()
                        .put("subnet_id", subnetId)
                        .put("ip_address", subnet.path("gateway_ip").asText()));
        return described(router, networks.ports.add(port), subnetId);
    }

    /** A router has one port on a subnet. */
    private void first(String router, String subnet) {
        boolean there = networks.portsOn("subnet", subnet).stream()
                .anyMatch(p -> p.path("device_id").asText().equals(router));
        if (there) {
            throw new Refused(
                    400, "BadRequest", "Bad router request: Router already has a port on subnet " + subnet + ".");
        }
    }

    private Answer removeInterface(Request request) {
        ObjectNode router = router(request);
        String id = router.path("id").asText();
        JsonNode body = request.json("Body contains invalid data");
        String subnet = body.path("subnet_id").asText();
        String port = body.path("port_id").asText();
        ObjectNode found = networks.portsOn("device_id", id).stream()
                .filter(p -> p.path("id").asText().equals(port)
                        || p.path("fixed_ips")
                                .path(0)
                                .path("subnet_id")
                                .asText()
                                .equals(subnet))
                .findFirst()
                .orElseThrow(() -> port.isEmpty()
                        ? new Refused(
                                404,
                                "RouterInterfaceNotFoundForSubnet",
                                "Router " + id + " has no interface on subnet " + subnet)
                        : new Refused(
                                404,
                                "RouterInterfaceNotFound",
                                "Router " + id + " does not have an interface with id " + port));
        String inside = found.path("fixed_ips").path(0).path("subnet_id").asText();
        Cidr range =
                Cidr.of(networks.need(request, "subnets", inside).path("cidr").asText());
        if (router.path("routes").findValuesAsText("nexthop").stream().anyMatch(range::holds)) {
            throw new Refused(
                    409,
                    "RouterInterfaceInUseByRoute",
                    "Router interface for subnet %s on router %s cannot be deleted, as it is required by one or more routes."
                            .formatted(inside, id));
        }
        boolean needed = networks.floatingIps.where("router_id", id).stream()
                .flatMap(
                        floating -> networks.ports.find(floating.path("port_id").asText()).stream())
                .anyMatch(target ->
                        target.path("fixed_ips").findValuesAsText("subnet_id").contains(inside));
        if (needed) {
            throw new Refused(
                    409,
                    "RouterInterfaceInUseByFloatingIP",
                    "Router interface for subnet %s on router %s cannot be deleted, as it is required by one or more floating IPs."
                            .formatted(inside, id));
        }
        networks.ports.remove(found.path("id").asText());
        return described(router, found, inside);
    }

    private static Answer described(ObjectNode router, ObjectNode port, String subnet) {
        ObjectNode body =
                Json.object().put("id", router.path("id").asText()).put("tenant_id", Networks.project(router));
        body.put("port_id", port.path("id").asText())
                .put("network_id", port.path("network_id").asText());
        body.put("subnet_id", subnet).set("subnet_ids", Json.texts(List.of(subnet)));
        return Answer.ok(body);
    }
}
