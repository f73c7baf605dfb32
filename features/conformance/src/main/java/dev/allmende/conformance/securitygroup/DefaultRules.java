package dev.allmende.conformance.securitygroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Pages;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that new security groups get, asked for directly or read off a new group. */
public final class DefaultRules {

    /** Neutron tells since 2023.2 (API extension security-groups-default-rules). Empty: it does not tell. */
    public static final Input<Optional<List<Rule>>> TEMPLATE = new Input<>(
            "default-security-group-rules",
            Input.Effect.READS,
            session -> List.of(session.ask(ServiceType.NETWORK, Call.get("/default-security-group-rules"))),
            DefaultRules::readTemplate);

    /** Rules of a group made for this; nothing is made when Neutron tells. */
    public static final Input<List<Rule>> NEW_GROUP =
            new Input<>("new-security-group", Input.Effect.CHANGES, DefaultRules::makeGroup, DefaultRules::readGroup);

    private DefaultRules() {}

    /**
     * A rule as far as it matters.
     *
     * @param direction ingress or egress
     * @param etherType IPv4 or IPv6
     * @param remoteGroup id, or {@code PARENT} for the group that will have the rule; empty for none
     * @param remotePrefix empty for any address
     * @param protocol empty for any
     */
    public record Rule(
            String id,
            String direction,
            String etherType,
            String remoteGroup,
            String remotePrefix,
            String protocol,
            boolean inDefaultGroup,
            boolean inOtherGroups) {}

    private static Optional<List<Rule>> readTemplate(List<RecordedAnswer> answers) {
        return answers.getFirst().status() == 404
                ? Optional.empty()
                : Optional.of(Pages.trees(answers, "default_security_group_rules").stream()
                        .map(DefaultRules::rule)
                        .toList());
    }

    private static List<RecordedAnswer> makeGroup(Session session) throws InterruptedException {
        if (session.facts(TEMPLATE) instanceof Facts.Known.Seen<Optional<List<Rule>>>(var rules) && rules.isPresent()) {
            return List.of();
        }
        var name = "allmende-" + session.runId() + "-default-rules";
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("security_group").put("name", name).put("description", "made by allmende check, may be deleted");
        var answers = new ArrayList<RecordedAnswer>();
        var trace = session.creating(ServiceType.NETWORK, "security-group", name);
        var created = session.ask(
                ServiceType.NETWORK,
                Call.post("/security-groups", body.toString().getBytes(StandardCharsets.UTF_8)));
        answers.add(created);
        if (created.status() >= 400 && created.status() < 500) {
            trace.removed();
        }
        var id = Pages.tree(checked(created)).path("security_group").path("id").asText();
        trace.created(id);
        answers.add(session.ask(ServiceType.NETWORK, Call.get("/security-groups/" + id)));
        var deleted = session.ask(ServiceType.NETWORK, Call.delete("/security-groups/" + id));
        answers.add(deleted);
        if (deleted.status() < 300 || deleted.status() == 404) {
            trace.removed();
        }
        return answers;
    }

    private static RecordedAnswer checked(RecordedAnswer answer) {
        if (answer.status() < 400) {
            return answer;
        }
        var kind = answer.status() == 403 ? OpenStackException.Kind.FORBIDDEN : OpenStackException.Kind.REFUSED;
        throw new OpenStackException(
                kind,
                "a security group could not be created: %s answered %s; check quota and roles of the user"
                        .formatted(answer.request(), answer.status()));
    }

    private static List<Rule> readGroup(List<RecordedAnswer> answers) {
        if (answers.size() < 2) {
            throw new UnreadableAnswer("no security group was made, because Neutron tells its default rules");
        }
        var rules = new ArrayList<Rule>();
        Pages.tree(answers.get(1))
                .path("security_group")
                .path("security_group_rules")
                .forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static Rule rule(JsonNode json) {
        return new Rule(
                text(json, "id"),
                text(json, "direction"),
                text(json, "ethertype"),
                text(json, "remote_group_id"),
                text(json, "remote_ip_prefix"),
                text(json, "protocol"),
                json.path("used_in_default_sg").asBoolean(),
                json.path("used_in_non_default_sg").asBoolean());
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }
}
