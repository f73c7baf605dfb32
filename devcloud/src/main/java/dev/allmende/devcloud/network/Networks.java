package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The tables of Neutron and what its parts share: finding, owning, handing out addresses. */
final class Networks {
    static final String EXTERNAL_CIDR = "172.31.240.0/24";

    final Table networks = new Table();
    final Table subnets = new Table();
    final Table routers = new Table();
    final Table ports = new Table();
    final Table groups = new Table();
    final Table rules = new Table();
    final Table floatingIps = new Table();
    final Rows rows;
    final Scenario scenario;
    final Faults faults;
    final Quotas quotas;
    private final Map<String, Integer> lastHost = new HashMap<>();

    Networks(Scenario scenario, World world, Faults faults, String provider) {
        this.scenario = scenario;
        this.faults = faults;
        rows = new Rows(world);
        quotas = new Quotas(scenario.quota());
        ObjectNode external = rows.network("public", provider, true, List.of());
        ObjectNode wanted = Json.object().put("name", "public-subnet").put("ip_version", 4);
        wanted.put("network_id", external.path("id").asText()).put("enable_dhcp", false);
        ObjectNode subnet = rows.subnet(wanted, provider, Cidr.of(EXTERNAL_CIDR));
        subnets.add(subnet);
        external.withArray("subnets").add(subnet.path("id").asText());
        networks.add(external);
    }

    Table table(String collection) {
        return switch (collection) {
            case "networks" -> networks;
            case "subnets" -> subnets;
            case "routers" -> routers;
            case "ports" -> ports;
            case "security-groups" -> groups;
            case "security-group-rules" -> rules;
            default -> floatingIps;
        };
    }

    static String project(ObjectNode row) {
        return row.path("project_id").asText();
    }

    /** Members see their own rows, and networks that are external or shared. */
    static boolean visible(Request request, ObjectNode row) {
        return request.caller().isAdmin()
                || project(row).equals(request.caller().project())
                || row.path("router:external").asBoolean()
                || row.path("shared").asBoolean();
    }

    ObjectNode need(Request request, String collection, String id) {
        return table(collection)
                .find(id)
                .filter(row -> visible(request, row))
                .orElseThrow(() -> missing(collection, id));
    }

    /** The row to change; what belongs to another project is not to be changed by members. */
    ObjectNode own(Request request, String collection) {
        ObjectNode row = need(request, collection, request.part("id"));
        if (!project(row).equals(request.caller().project())
                && !request.caller().isAdmin()) {
            throw new Refused(
                    403, "PolicyNotAuthorized", "rule:delete_" + one(collection) + " is disallowed by policy");
        }
        return row;
    }

    private static Refused missing(String collection, String id) {
        return switch (collection) {
            case "networks" -> notFound("NetworkNotFound", "Network " + id + " could not be found.");
            case "subnets" -> notFound("SubnetNotFound", "Subnet " + id + " could not be found.");
            case "routers" -> notFound("RouterNotFound", "Router " + id + " could not be found");
            case "ports" -> notFound("PortNotFound", "Port " + id + " could not be found.");
            case "security-groups" -> notFound("SecurityGroupNotFound", "Security group " + id + " does not exist");
            case "security-group-rules" ->
                notFound("SecurityGroupRuleNotFound", "Security group rule " + id + " does not exist");
            default -> notFound("FloatingIPNotFound", "Floating IP " + id + " could not be found");
        };
    }

    private static Refused notFound(String type, String text) {
        return new Refused(404, type, text);
    }

    /** The object that a request wants to make, with only known attributes. */
    static ObjectNode wanted(Request request, String key, Set<String> known) {
        ObjectNode wanted = request.wrapped(key, "Body contains invalid data")
                .orElseThrow(() -> new Refused(400, "HTTPBadRequest", "Unable to find '" + key + "' in request body"));
        List<String> unknown = wanted.propertyStream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .map(field -> "'" + field + "'")
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(400, "HTTPBadRequest", "Unrecognized attribute(s) " + String.join(", ", unknown));
        }
        return wanted;
    }

    static String required(ObjectNode wanted, String field) {
        if (!wanted.hasNonNull(field)) {
            throw new Refused(
                    400, "HTTPBadRequest", "Failed to parse request. Required attribute '" + field + "' not specified");
        }
        return wanted.path(field).asText();
    }

    /** Refuses one more of a kind when the project has as many as it may. */
    void quota(Request request, String collection, String name) {
        String project = request.caller().project();
        String resource = one(collection);
        int limit = quotas.limit(project, resource);
        boolean full = limit >= 0 && used(collection, project) >= limit;
        if (full || faults.quotaUsedUp("network", name)) {
            throw new Refused(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
        }
    }

    int used(String collection, String project) {
        return table(collection).where(row -> project(row).equals(project)).size();
    }

    /** Changes a row as Neutron does: each change raises its revision. */
    void change(String collection, String id, Consumer<ObjectNode> change) {
        table(collection).update(id, row -> {
            change.accept(row);
            row.put("revision_number", row.path("revision_number").asInt() + 1);
            row.put("updated_at", rows.seconds());
        });
    }

    /** Whoever names a revision changes nothing that somebody else has changed since (extension revision-if-match). */
    static void matching(Request request, ObjectNode row) {
        request.header("if-match")
                .map(value -> value.replace("revision_number=", ""))
                .filter(wanted -> !wanted.equals(row.path("revision_number").asText()))
                .ifPresent(wanted -> {
                    throw new Refused(
                            412,
                            "RevisionNumberConstraintFailed",
                            "Constrained to " + wanted + ", but current revision is "
                                    + row.path("revision_number").asText());
                });
    }

    /** The wanted changes, none of them to a field that is fixed once the thing exists. */
    static ObjectNode changes(Request request, String key, Set<String> known, Set<String> fixed) {
        ObjectNode wanted = request.wrapped(key, "Body contains invalid data").orElseGet(Json::object);
        wanted.propertyStream()
                .map(Map.Entry::getKey)
                .filter(field -> fixed.contains(field) || field.equals("id"))
                .findFirst()
                .ifPresent(field -> {
                    throw new Refused(400, "HTTPBadRequest", "Cannot update read-only attribute " + field);
                });
        return wanted(request, key, known);
    }

    /** An address from the first subnet of a network that fits, or the one wanted. */
    Optional<ObjectNode> address(String network, JsonNode wanted) {
        String subnetId = wanted.path("subnet_id").asText();
        String address = wanted.path("ip_address").asText();
        List<ObjectNode> among = subnets.where("network_id", network).stream()
                .filter(s -> subnetId.isEmpty() || s.path("id").asText().equals(subnetId))
                .toList();
        if (address.isEmpty()) {
            return among.stream().findFirst().map(s -> fixed(s, nextAddress(s)));
        }
        ObjectNode subnet = among.stream()
                .filter(s -> Cidr.of(s.path("cidr").asText()).holds(address))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        400,
                        "InvalidIpForSubnet",
                        "IP address " + address + " is not a valid IP for the specified subnet."));
        return Optional.of(fixed(subnet, free(subnet, address)));
    }

    private static ObjectNode fixed(ObjectNode subnet, String address) {
        return Json.object().put("subnet_id", subnet.path("id").asText()).put("ip_address", address);
    }

    private String free(ObjectNode subnet, String address) {
        String id = subnet.path("id").asText();
        boolean taken = portsOn("subnet", id).stream()
                .anyMatch(
                        p -> p.path("fixed_ips").findValuesAsText("ip_address").contains(address));
        if (taken || !floatingIps.where("floating_ip_address", address).isEmpty()) {
            throw new Refused(
                    409, "IpAddressAlreadyAllocated", "IP address " + address + " already allocated in subnet " + id);
        }
        return address;
    }

    String nextAddress(ObjectNode subnet) {
        int host = lastHost.merge(subnet.path("id").asText(), 100, (old, _) -> old + 1);
        return Cidr.of(subnet.path("cidr").asText()).host(host);
    }

    /** Floating IPs that led to the port stay, and lead nowhere. */
    void removePort(String id) {
        for (ObjectNode floating : floatingIps.where("port_id", id)) {
            change("floatingips", floating.path("id").asText(), FloatingIps::loosen);
        }
        ports.remove(id);
    }

    List<ObjectNode> portsOn(String field, String id) {
        return switch (field) {
            case "subnet" ->
                ports.where(
                        p -> p.path("fixed_ips").findValuesAsText("subnet_id").contains(id));
            default -> ports.where(field, id);
        };
    }

    static String one(String collection) {
        return collection
                .substring(0, collection.length() - 1)
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }
}
