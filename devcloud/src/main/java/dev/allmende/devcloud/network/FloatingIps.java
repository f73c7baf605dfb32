package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Floating IPs, and which ports they may lead to. */
final class FloatingIps {
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
    private static final Set<String> FIXED =
            Set.of("floating_network_id", "floating_ip_address", "subnet_id", "project_id", "tenant_id");

    private final Networks networks;

    FloatingIps(Networks networks) {
        this.networks = networks;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/floatingips", this::create)
                .on("PUT", "/v2.0/floatingips/{id}", this::update)
                .on("DELETE", "/v2.0/floatingips/{id}", this::delete);
    }

    private Answer create(Request request) {
        ObjectNode wanted = Networks.wanted(request, "floatingip", FLOATING);
        String network = Networks.required(wanted, "floating_network_id");
        if (!networks.need(request, "networks", network).path("router:external").asBoolean()) {
            throw new Refused(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Network " + network + " is not a valid external network.");
        }
        networks.quota(request, "floatingips", wanted.path("description").asText());
        if (wanted.hasNonNull("floating_ip_address") && !request.caller().isAdmin()) {
            throw new Refused(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:create_floatingip and rule:create_floatingip:floating_ip_address) is disallowed by policy");
        }
        ObjectNode place = Json.object()
                .put("subnet_id", wanted.path("subnet_id").asText(""))
                .put("ip_address", wanted.path("floating_ip_address").asText(""));
        String address = networks.address(network, place)
                .map(ip -> ip.path("ip_address").asText())
                .orElseThrow(() -> new Refused(409, "IpAddressGenerationFailure", "No more IP addresses available."));
        ObjectNode row = networks.rows.floatingIp(
                network,
                address,
                request.caller().project(),
                wanted.path("description").asText(""));
        bind(request, row, wanted);
        return Answer.json(201, Json.object().set("floatingip", networks.floatingIps.add(row)));
    }

    private Answer update(Request request) {
        ObjectNode old = networks.own(request, "floatingips");
        ObjectNode wanted = Networks.changes(request, "floatingip", FLOATING, FIXED);
        Networks.matching(request, old);
        String id = old.path("id").asText();
        networks.change("floatingips", id, row -> {
            if (wanted.has("description")) {
                row.set("description", wanted.get("description"));
            }
            bind(request, row, wanted);
        });
        return Answer.ok(Json.object().set("floatingip", networks.need(request, "floatingips", id)));
    }

    /** Leads nowhere. */
    static void loosen(ObjectNode row) {
        row.putNull("port_id")
                .putNull("fixed_ip_address")
                .putNull("router_id")
                .putNull("port_details")
                .put("status", "DOWN");
    }

    private void bind(Request request, ObjectNode row, ObjectNode wanted) {
        if (!wanted.has("port_id")) {
            if (wanted.hasNonNull("fixed_ip_address")) {
                throw new Refused(
                        400,
                        "BadRequest",
                        "Bad floatingip request: fixed_ip_address cannot be specified without a port_id.");
            }
            return;
        }
        loosen(row);
        if (!wanted.hasNonNull("port_id")) {
            return;
        }
        ObjectNode port = networks.need(request, "ports", wanted.path("port_id").asText());
        String portId = port.path("id").asText();
        String network = row.path("floating_network_id").asText();
        String subnet = port.path("fixed_ips").path(0).path("subnet_id").asText();
        String router = router(subnet, network)
                .orElseThrow(() -> new Refused(
                        404,
                        "ExternalGatewayForFloatingIPNotFound",
                        "External network %s is not reachable from subnet %s.  Therefore, cannot associate Port %s with a Floating IP."
                                .formatted(network, subnet, portId)));
        String address = wanted.path("fixed_ip_address")
                .asText(port.path("fixed_ips").path(0).path("ip_address").asText());
        if (!port.path("fixed_ips").findValuesAsText("ip_address").contains(address)) {
            throw new Refused(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Port %s does not have fixed ip %s.".formatted(portId, address));
        }
        alone(row, portId, address);
        row.put("port_id", portId)
                .put("fixed_ip_address", address)
                .put("router_id", router)
                .put("status", "ACTIVE");
        ObjectNode details = port.deepCopy()
                .retain("name", "network_id", "mac_address", "admin_state_up", "status", "device_id", "device_owner");
        row.set("port_details", details);
    }

    /** The router that stands between a subnet and an external network. */
    private Optional<String> router(String subnet, String external) {
        List<String> near = networks.portsOn("subnet", subnet).stream()
                .map(port -> port.path("device_id").asText())
                .toList();
        return networks.routers.all().stream()
                .filter(router -> near.contains(router.path("id").asText()))
                .filter(router -> router.path("external_gateway_info")
                        .path("network_id")
                        .asText()
                        .equals(external))
                .findFirst()
                .map(router -> router.path("id").asText());
    }

    private void alone(ObjectNode row, String port, String address) {
        boolean taken = networks.floatingIps.where("port_id", port).stream()
                .anyMatch(other -> !other.path("id").equals(row.path("id"))
                        && other.path("fixed_ip_address").asText().equals(address));
        if (taken) {
            throw new Refused(
                    409,
                    "FloatingIPPortAlreadyAssociated",
                    "Cannot associate floating IP %s (%s) with port %s using fixed IP %s, as that fixed IP already has a floating IP on external network %s."
                            .formatted(
                                    row.path("floating_ip_address").asText(),
                                    row.path("id").asText(),
                                    port,
                                    address,
                                    row.path("floating_network_id").asText()));
        }
    }

    private Answer delete(Request request) {
        networks.floatingIps.remove(
                networks.own(request, "floatingips").path("id").asText());
        return Answer.empty(204);
    }
}
