package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.scenario.Things.DefaultRule;
import dev.allmende.devcloud.world.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Security groups, their rules, and the rules that new groups begin with (their own API since Neutron 2023.2). */
final class Groups {
    private static final Set<String> GROUP =
            Set.of("name", "description", "stateful", "project_id", "tenant_id", "tags");
    private static final Set<String> RULE = Set.of(
            "security_group_id",
            "direction",
            "ethertype",
            "protocol",
            "port_range_min",
            "port_range_max",
            "remote_ip_prefix",
            "remote_group_id",
            "description",
            "project_id",
            "tenant_id",
            "remote_address_group_id");

    private final Networks networks;
    private final Map<String, String> defaults = new HashMap<>();

    Groups(Networks networks) {
        this.networks = networks;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2.0/security-groups", this::create)
                .on("PUT", "/v2.0/security-groups/{id}", this::update)
                .on("DELETE", "/v2.0/security-groups/{id}", this::delete)
                .on("POST", "/v2.0/security-group-rules", this::createRule)
                .on("DELETE", "/v2.0/security-group-rules/{id}", this::deleteRule);
        if (networks.scenario.defaultRulesApi()) {
            routes.on(
                    "GET",
                    "/v2.0/default-security-group-rules",
                    r -> Lists.of(r, "default_security_group_rules", defaultRules()));
        }
    }

    /** Id of a project's default group, which Neutron makes when the project is first seen. */
    String defaultOf(String project) {
        String known = defaults.get(project);
        if (known != null) {
            return known;
        }
        ObjectNode group = networks.groups.add(networks.rows.group("default", "Default security group", project));
        String id = group.path("id").asText();
        defaults.put(project, id);
        firstRules(id, project, true);
        return id;
    }

    private void firstRules(String group, String project, boolean isDefault) {
        for (DefaultRule rule : networks.scenario.defaultRules()) {
            if (isDefault ? rule.inDefaultGroup() : rule.inOtherGroups()) {
                ObjectNode row = networks.rows.rule(group, project, rule.ethertype(), rule.direction());
                fill(row, rule);
                rule.remoteGroup()
                        .ifPresent(remote -> row.put("remote_group_id", remote.equals("PARENT") ? group : remote));
                networks.rules.add(row);
            }
        }
    }

    private static void fill(ObjectNode row, DefaultRule rule) {
        rule.protocol().ifPresent(v -> row.put("protocol", v));
        rule.portMin().ifPresent(v -> row.put("port_range_min", v));
        rule.portMax().ifPresent(v -> row.put("port_range_max", v));
        rule.remoteIpPrefix().ifPresent(v -> row.put("remote_ip_prefix", v).put("normalized_cidr", v));
    }

    /** Rows of the API for default rules (neutron-lib api/definitions/security_groups_default_rules.py, 2023.2). */
    private List<ObjectNode> defaultRules() {
        return networks.scenario.defaultRules().stream()
                .map(rule -> {
                    ObjectNode full = networks.rows.rule("", "", rule.ethertype(), rule.direction());
                    fill(full, rule);
                    rule.remoteGroup().ifPresent(remote -> full.put("remote_group_id", remote));
                    ObjectNode row = full.retain(List.of(
                            "id",
                            "ethertype",
                            "direction",
                            "protocol",
                            "port_range_min",
                            "port_range_max",
                            "remote_ip_prefix",
                            "remote_address_group_id",
                            "remote_group_id"));
                    row.put("description", "").put("used_in_default_sg", rule.inDefaultGroup());
                    return row.put("used_in_non_default_sg", rule.inOtherGroups());
                })
                .toList();
    }

    /** In a group, rules carry two fields more than in their own list. */
    ObjectNode withRules(ObjectNode group) {
        ArrayNode rules = Json.array();
        int number = 10;
        for (ObjectNode rule :
                networks.rules.where("security_group_id", group.path("id").asText())) {
            ObjectNode shown = rule.deepCopy().put("standard_attr_id", number++);
            shown.set("tags", Json.array());
            rules.add(shown);
        }
        ObjectNode shown = group.deepCopy();
        shown.set("security_group_rules", rules);
        return shown;
    }

    private Answer create(Request request) {
        ObjectNode wanted = Networks.wanted(request, "security_group", GROUP);
        String name = wanted.path("name").asText("");
        String project = request.caller().project();
        defaultOf(project);
        if (name.equals("default")) {
            throw new Refused(409, "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
        }
        networks.quota(request, "security-groups", name);
        ObjectNode row = networks.groups.add(networks.rows
                .group(name, wanted.path("description").asText(""), project)
                .put("stateful", wanted.path("stateful").asBoolean(true)));
        firstRules(row.path("id").asText(), project, false);
        return Answer.json(201, Json.object().set("security_group", withRules(row)));
    }

    private Answer update(Request request) {
        ObjectNode old = networks.own(request, "security-groups");
        String id = old.path("id").asText();
        ObjectNode wanted = Networks.changes(request, "security_group", GROUP, Set.of("project_id", "tenant_id"));
        Networks.matching(request, old);
        if (wanted.has("stateful") && used(id)) {
            throw new Refused(409, "SecurityGroupInUse", "Security Group " + id + " in use.");
        }
        networks.change("security-groups", id, row -> row.setAll(wanted));
        return Answer.ok(Json.object().set("security_group", withRules(networks.need(request, "security-groups", id))));
    }

    private boolean used(String id) {
        return networks.ports.all().stream()
                .anyMatch(port -> port.path("security_groups")
                        .valueStream()
                        .anyMatch(group -> group.asText().equals(id)));
    }

    private Answer delete(Request request) {
        ObjectNode row = networks.need(request, "security-groups", request.part("id"));
        String id = row.path("id").asText();
        if (row.path("name").asText().equals("default") && !request.caller().isAdmin()) {
            throw new Refused(
                    409,
                    "SecurityGroupCannotRemoveDefault",
                    "Insufficient rights for removing default security group.");
        }
        if (used(id)) {
            throw new Refused(409, "SecurityGroupInUse", "Security Group " + id + " in use.");
        }
        networks.rules
                .where("security_group_id", id)
                .forEach(r -> networks.rules.remove(r.path("id").asText()));
        // rules of other groups that name this one go with it
        networks.rules
                .where("remote_group_id", id)
                .forEach(r -> networks.rules.remove(r.path("id").asText()));
        networks.groups.remove(id);
        return Answer.empty(204);
    }

    private Answer createRule(Request request) {
        ObjectNode wanted = Networks.wanted(request, "security_group_rule", RULE);
        String group = Networks.required(wanted, "security_group_id");
        String direction = Networks.required(wanted, "direction");
        networks.need(request, "security-groups", group);
        GroupRules.sound(wanted);
        networks.quota(
                request, "security-group-rules", wanted.path("description").asText());
        ObjectNode row = networks.rows.rule(
                group, request.caller().project(), wanted.path("ethertype").asText("IPv4"), direction);
        ObjectNode fields = wanted.deepCopy();
        fields.remove(List.of("project_id", "tenant_id"));
        row.setAll(fields);
        GroupRules.settle(row);
        row.put("description", wanted.path("description").asText(""));
        networks.rules.where("security_group_id", group).stream()
                .filter(other -> GroupRules.same(other, row))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(
                            409,
                            "SecurityGroupRuleExists",
                            "Security group rule already exists. Rule id is "
                                    + other.path("id").asText() + ".");
                });
        return Answer.json(201, Json.object().set("security_group_rule", networks.rules.add(row)));
    }

    private Answer deleteRule(Request request) {
        networks.rules.remove(networks.need(request, "security-group-rules", request.part("id"))
                .path("id")
                .asText());
        return Answer.empty(204);
    }
}
