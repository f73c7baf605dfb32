package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Set;

/** Load balancers themselves, alone or with a whole tree in one request. */
final class Balancers {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "description",
            "vip_subnet_id",
            "vip_network_id",
            "vip_port_id",
            "vip_address",
            "vip_qos_policy_id",
            "provider",
            "flavor_id",
            "availability_zone",
            "admin_state_up",
            "tags",
            "listeners",
            "pools",
            "project_id");
    private static final Set<String> CHANGEABLE =
            Set.of("name", "description", "admin_state_up", "tags", "vip_qos_policy_id");

    private final Tree tree;
    private final ServerPorts ports;
    private final Faults faults;
    private final Limits limits;

    Balancers(Tree tree, ServerPorts ports, Faults faults, Limits limits) {
        this.tree = tree;
        this.ports = ports;
        this.faults = faults;
        this.limits = limits;
    }

    void routes(Routes routes, String base) {
        String path = base + "loadbalancers";
        routes.on("GET", path, this::list)
                .on("POST", path, this::create)
                .on("GET", path + "/{id}", r -> one(200, need(r)))
                .on("PUT", path + "/{id}", this::update)
                .on("DELETE", path + "/{id}", this::delete)
                .on(
                        "GET",
                        path + "/{id}/status",
                        r -> Answer.ok(Json.object()
                                .set("statuses", Json.object().set("loadbalancer", tree.statuses(need(r))))))
                .on("GET", path + "/{id}/stats", r -> {
                    need(r);
                    return Answer.ok(Part.parse("{\"stats\":{\"bytes_in\":0,\"bytes_out\":0,\"active_connections\":0,"
                            + "\"total_connections\":0,\"request_errors\":0}}"));
                });
    }

    private ObjectNode need(Request request) {
        return tree.balancer(request, request.part("id"));
    }

    private Answer one(int status, ObjectNode row) {
        return Answer.json(status, Json.object().set("loadbalancer", tree.shownBalancer(row)));
    }

    private Answer list(Request request) {
        return LoadBalancer.list(
                request,
                "loadbalancers",
                tree.balancers.all().stream().map(tree::shownBalancer).toList());
    }

    private static void known(ObjectNode wanted, Set<String> known) {
        wanted.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw Refused.badRequest("Unknown attribute for argument load_balancer.loadbalancer: " + field);
                });
    }

    /** Octavia Zed fails on a body without the wrapper: 500, seen on the test bed. */
    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("loadbalancer", "Invalid JSON")
                .orElseThrow(() -> new Refused(500, "", "'UnsetType' object has no attribute 'project_id'"));
        known(wanted, KNOWN);
        String provider = wanted.path("provider").asText("amphora");
        if (!LoadBalancer.PROVIDERS.contains(provider)) {
            throw Refused.badRequest("Provider '" + provider + "' is not enabled.");
        }
        String project = request.caller().project();
        String name = wanted.path("name").asText("");
        long have = tree.balancers.where("project_id", project).size();
        if (limits.full(project, "load_balancer", have) || faults.quotaUsedUp("load-balancer", name)) {
            throw Refused.forbidden("Quota has been met for resources: Load Balancer");
        }
        ObjectNode row = row(wanted, project, provider, name);
        String id = row.path("id").asText();
        vip(row, wanted, project, id);
        tree.balancers.add(row);
        tree.settle(id, "PENDING_CREATE", () -> {});
        ObjectNode shown = tree.shownBalancer(row);
        wanted.path("pools").forEach(pool -> pool(pool, project, id));
        wanted.path("listeners").forEach(listener -> listener(listener, project, id));
        tree.balancers.update(id, r -> r.put("provisioning_status", "PENDING_CREATE"));
        return Answer.json(201, Json.object().set("loadbalancer", withTree(shown, id)));
    }

    /** The answer to a create shows the parts with all their fields. */
    private ObjectNode withTree(ObjectNode shown, String id) {
        for (Part part : List.of(Part.LISTENER, Part.POOL)) {
            ArrayNode rows = shown.putArray(part.many);
            for (ObjectNode row : tree.table(part).where(Tree.ROOT, id)) {
                ObjectNode full = tree.shown(part, row);
                full.remove("loadbalancers");
                rows.add(full);
            }
        }
        return shown;
    }

    private void listener(JsonNode wanted, String project, String root) {
        ObjectNode fields = wanted.deepCopy();
        JsonNode pool = fields.remove("default_pool");
        JsonNode policies = fields.remove("l7policies");
        if (pool != null) {
            fields.put("default_pool_id", meantPool(pool, project, root));
        }
        String id =
                tree.grow(Part.LISTENER, fields, project, root, root).path("id").asText();
        if (policies != null) {
            policies.forEach(policy -> policy(policy, project, root, id));
        }
    }

    private void policy(JsonNode wanted, String project, String root, String listener) {
        ObjectNode fields = wanted.deepCopy();
        fields.put("listener_id", listener);
        JsonNode pool = fields.remove("redirect_pool");
        JsonNode rules = fields.remove("rules");
        if (pool != null) {
            fields.put("redirect_pool_id", meantPool(pool, project, root));
        }
        String id = tree.grow(Part.POLICY, fields, project, root, listener)
                .path("id")
                .asText();
        if (rules != null) {
            rules.forEach(rule -> tree.grow(Part.RULE, (ObjectNode) rule, project, root, id));
        }
    }

    /** A name alone means one of the tree's own pools, anything more a new one (octavia/api/v2/controllers/load_balancer.py, Zed). */
    private String meantPool(JsonNode pool, String project, String root) {
        if (pool.size() > 1) {
            return pool(pool, project, root);
        }
        String name = pool.path("name").asText("");
        return tree.table(Part.POOL).where(Tree.ROOT, root).stream()
                .filter(row -> row.path("name").asText().equals(name))
                .map(row -> row.path("id").asText())
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(
                        "Validation failure: Pool '" + name + "' was referenced but no full definition was found."));
    }

    private String pool(JsonNode wanted, String project, String root) {
        ObjectNode fields = wanted.deepCopy();
        JsonNode members = fields.remove("members");
        JsonNode monitor = fields.remove("healthmonitor");
        String pool =
                tree.grow(Part.POOL, fields, project, root, root).path("id").asText();
        if (members != null) {
            members.forEach(member -> tree.grow(Part.MEMBER, (ObjectNode) member, project, root, pool));
        }
        if (monitor instanceof ObjectNode object) {
            tree.grow(Part.MONITOR, object, project, root, pool);
        }
        return pool;
    }

    private ObjectNode row(ObjectNode wanted, String project, String provider, String name) {
        ObjectNode row = Json.object().put("name", name);
        row.put("description", wanted.path("description").asText(""))
                .put("operating_status", "OFFLINE")
                .put("admin_state_up", wanted.path("admin_state_up").asBoolean(true));
        tree.stamp(row, project);
        row.putNull("vip_address")
                .putNull("vip_port_id")
                .putNull("vip_subnet_id")
                .putNull("vip_network_id");
        row.set("additional_vips", Json.array());
        row.put("provider", provider);
        for (String field : List.of("flavor_id", "vip_qos_policy_id", "availability_zone")) {
            row.set(field, wanted.hasNonNull(field) ? wanted.get(field) : wanted.nullNode());
        }
        row.set("tags", wanted.path("tags").isArray() ? wanted.path("tags") : Json.array());
        return row;
    }

    private void vip(ObjectNode row, ObjectNode wanted, String project, String id) {
        String subnet = wanted.path("vip_subnet_id").asText("");
        String port = wanted.path("vip_port_id").asText("");
        String network = wanted.path("vip_network_id").asText("");
        if (subnet.isEmpty() && port.isEmpty() && network.isEmpty()) {
            throw Refused.badRequest(
                    "Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        }
        if (!subnet.isEmpty()) {
            network = ports.subnet(subnet, project)
                    .orElseThrow(() -> Refused.badRequest("Subnet " + subnet + " not found."))
                    .path("network_id")
                    .asText();
        }
        String address = wanted.path("vip_address").asText("");
        ObjectNode there = port.isEmpty()
                ? ports.listen(network, subnet, address, id, project)
                : ports.port(port, project).orElseThrow(() -> Refused.badRequest("Port " + port + " not found."));
        JsonNode fixed = there.path("fixed_ips").path(0);
        row.set("vip_port_id", there.path("id"));
        row.set("vip_network_id", there.path("network_id"));
        row.put("vip_subnet_id", fixed.path("subnet_id").asText(subnet));
        row.put("vip_address", fixed.path("ip_address").asText(""));
    }

    private Answer update(Request request) {
        ObjectNode row = need(request);
        String id = row.path("id").asText();
        ObjectNode wanted = request.wrapped("loadbalancer", "Invalid JSON").orElseGet(Json::object);
        known(wanted, CHANGEABLE);
        steady(row);
        tree.balancers.update(id, r -> r.setAll(wanted));
        tree.settle(id, "PENDING_UPDATE", () -> {});
        return one(200, need(request));
    }

    private static void steady(ObjectNode row) {
        String status = row.path("provisioning_status").asText();
        if (status.startsWith("PENDING")) {
            throw Refused.conflict("Invalid state " + status + " of loadbalancer resource "
                    + row.path("id").asText());
        }
    }

    private Answer delete(Request request) {
        ObjectNode row = need(request);
        String id = row.path("id").asText();
        steady(row);
        boolean cascade = request.query()
                .first("cascade")
                .filter(value -> value.equalsIgnoreCase("true"))
                .isPresent();
        boolean parts = List.of(Part.LISTENER, Part.POOL).stream()
                .anyMatch(part -> !tree.table(part).where(Tree.ROOT, id).isEmpty());
        if (parts && !cascade) {
            throw Refused.badRequest("Validation failure: Cannot delete Load Balancer " + id + " - it has children");
        }
        tree.settle(id, "PENDING_DELETE", () -> {
            for (Part part : Part.values()) {
                tree.table(part)
                        .where(Tree.ROOT, id)
                        .forEach(r -> tree.remove(part, r.path("id").asText()));
            }
            if (ports.isOctavias(row.path("vip_port_id").asText())) {
                ports.remove(row.path("vip_port_id").asText());
            }
            tree.balancers.remove(id);
        });
        return Answer.empty(204);
    }
}
