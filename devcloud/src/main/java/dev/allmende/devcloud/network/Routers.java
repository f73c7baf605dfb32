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

/** Routers with gateway and interfaces, and floating IPs. */
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
    private static final Set<String> FLOATING = Set.of(
            "floating_network_id",
            "description",
            "port_id",
            "fixed_ip_address",
            "project_id",
            "tenant_id",
            "tags",
            "floating_ip_address",
            "subnet_id");

    private final Networks networks;

    Routers(Networks networks) {
        this.networks = networks;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/routers", this::create)
                .on("PUT", "/v2.0/routers/{id}", this::update)
                .on("DELETE", "/v2.0/routers/{id}", this::delete)
                .on("PUT", "/v2.0/routers/{id}/add_router_interface", this::addInterface)
                .on("PUT", "/v2.0/routers/{id}/remove_router_interface", this::removeInterface)
                .on("POST", "/v2.0/floatingips", this::createFloatingIp)
                .on("PUT", "/v2.0/floatingips/{id}", this::updateFloatingIp)
                .on("DELETE", "/v2.0/floatingips/{id}", this::deleteFloatingIp);
    }

    private ObjectNode router(Request request) {
        return networks.need(request, "routers", request.part("id"));
    }

    private Answer create(Request request) {
        ObjectNode wanted = Networks.wanted(request, "router", ROUTER);
        ObjectNode row = networks.rows.router(wanted, request.caller().project(), List.of());
        gateway(request, row, wanted);
        return Answer.json(201, Json.object().set("router", networks.routers.add(row)));
    }

    private void gateway(Request request, ObjectNode row, ObjectNode wanted) {
        if (!wanted.has("external_gateway_info")) {
            return;
        }
        JsonNode info = wanted.path("external_gateway_info");
        if (!info.hasNonNull("network_id")) {
            row.putNull("external_gateway_info");
            return;
        }
        String network = info.path("network_id").asText();
        if (!networks.need(request, "networks", network).path("router:external").asBoolean()) {
            throw new Refused(
                    400, "BadRequest", "Bad router request: Network " + network + " is not an external network.");
        }
        ObjectNode shown = Json.object().put("network_id", network);
        var addresses = shown.putArray("external_fixed_ips");
        networks.address(network, Json.object()).ifPresent(addresses::add);
        row.set("external_gateway_info", shown.put("enable_snat", true));
        row.set("availability_zones", Json.texts(networks.scenario.zones()));
    }

    private Answer update(Request request) {
        String id = router(request).path("id").asText();
        ObjectNode wanted = Networks.wanted(request, "router", ROUTER);
        networks.routers.update(id, row -> {
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
        boolean there = networks.portsOn("subnet", subnetId).stream()
                .anyMatch(p -> p.path("device_id").asText().equals(id));
        if (there) {
            throw new Refused(
                    400, "BadRequest", "Bad router request: Router already has a port on subnet " + subnetId + ".");
        }
        ObjectNode port = networks.rows.port("", subnet.path("network_id").asText(), Networks.project(router));
        port.put("device_id", id).put("device_owner", INTERFACE).put("port_security_enabled", false);
        port.withArray("fixed_ips")
                .add(Json.object()
                        .put("subnet_id", subnetId)
                        .put("ip_address", subnet.path("gateway_ip").asText()));
        return described(router, networks.ports.add(port), subnetId);
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
                .orElseThrow(() -> new Refused(
                        404,
                        "RouterInterfaceNotFoundForSubnet",
                        "Router " + id + " has no interface on subnet " + subnet));
        networks.ports.remove(found.path("id").asText());
        return described(
                router, found, found.path("fixed_ips").path(0).path("subnet_id").asText());
    }

    private static Answer described(ObjectNode router, ObjectNode port, String subnet) {
        ObjectNode body =
                Json.object().put("id", router.path("id").asText()).put("tenant_id", Networks.project(router));
        body.put("port_id", port.path("id").asText())
                .put("network_id", port.path("network_id").asText());
        body.put("subnet_id", subnet).set("subnet_ids", Json.texts(List.of(subnet)));
        return Answer.ok(body);
    }

    private Answer createFloatingIp(Request request) {
        ObjectNode wanted = Networks.wanted(request, "floatingip", FLOATING);
        String network = Networks.required(wanted, "floating_network_id");
        if (!networks.need(request, "networks", network).path("router:external").asBoolean()) {
            throw new Refused(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Network " + network + " is not a valid external network.");
        }
        String address = networks.address(network, Json.object())
                .map(ip -> ip.path("ip_address").asText())
                .orElseThrow(() -> new Refused(409, "IpAddressGenerationFailure", "No more IP addresses available."));
        ObjectNode row = networks.rows.floatingIp(
                network,
                address,
                request.caller().project(),
                wanted.path("description").asText(""));
        networks.floatingIps.add(row);
        bind(row.path("id").asText(), wanted);
        return Answer.json(
                201,
                Json.object()
                        .set(
                                "floatingip",
                                networks.need(
                                        request, "floatingips", row.path("id").asText())));
    }

    private void bind(String id, ObjectNode wanted) {
        if (!wanted.has("port_id")) {
            return;
        }
        networks.floatingIps.update(id, row -> {
            row.set("port_id", wanted.get("port_id"));
            row.put("status", wanted.hasNonNull("port_id") ? "ACTIVE" : "DOWN");
            networks.ports
                    .find(wanted.path("port_id").asText())
                    .ifPresentOrElse(
                            p -> row.set(
                                    "fixed_ip_address",
                                    p.path("fixed_ips").path(0).path("ip_address")),
                            () -> row.putNull("fixed_ip_address"));
        });
    }

    private Answer updateFloatingIp(Request request) {
        String id = networks.need(request, "floatingips", request.part("id"))
                .path("id")
                .asText();
        bind(id, Networks.wanted(request, "floatingip", FLOATING));
        return Answer.ok(Json.object().set("floatingip", networks.need(request, "floatingips", id)));
    }

    private Answer deleteFloatingIp(Request request) {
        networks.floatingIps.remove(networks.need(request, "floatingips", request.part("id"))
                .path("id")
                .asText());
        return Answer.empty(204);
    }
}
