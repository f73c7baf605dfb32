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
    private final Map<String, Integer> lastHost = new HashMap<>();

    Networks(Scenario scenario, World world, Faults faults, String provider) {
        this.scenario = scenario;
        this.faults = faults;
        rows = new Rows(world);
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

    void quota(Request request, String collection, String resource, String name, int limit) {
        long have = table(collection)
                .where(row -> project(row).equals(request.caller().project()))
                .size();
        if (have >= limit || faults.quotaUsedUp("network", name)) {
            throw new Refused(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
        }
    }

    /** An address from the first subnet of a network, or the one wanted. */
    Optional<ObjectNode> address(String network, JsonNode wanted) {
        String subnetId = wanted.path("subnet_id").asText();
        Optional<ObjectNode> subnet = subnets.where("network_id", network).stream()
                .filter(s -> subnetId.isEmpty() || s.path("id").asText().equals(subnetId))
                .findFirst();
        return subnet.map(s -> Json.object()
                .put("subnet_id", s.path("id").asText())
                .put("ip_address", wanted.path("ip_address").asText(nextAddress(s))));
    }

    String nextAddress(ObjectNode subnet) {
        int host = lastHost.merge(subnet.path("id").asText(), 100, (old, _) -> old + 1);
        return Cidr.of(subnet.path("cidr").asText()).host(host);
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
