package dev.allmende.conformance.domainmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.util.Optional;

/**
 * A domain that the administrator makes for the test, with a user, a project and a group in it. Removed by the run.
 *
 * @param label a or b, in all names
 */
record Estate(String label, String domain, String user, String project, String group) {

    static Estate make(Session admin, String label) {
        var domain = create(admin, "domain", "domain-" + label, Json.object());
        return new Estate(
                label,
                domain,
                create(admin, "user", "user-" + label, Json.object().put("domain_id", domain)),
                create(admin, "project", "project-" + label, Json.object().put("domain_id", domain)),
                create(admin, "group", "group-" + label, Json.object().put("domain_id", domain)));
    }

    /** Creates something that must be there for the test; gives its id. */
    static String create(Session admin, String kind, String what, ObjectNode resource) {
        var name = admin.nameOf(what);
        var trace = admin.creating(ServiceType.IDENTITY, kind, name);
        var answer = admin.ask(ServiceType.IDENTITY, post(kind, resource.put("name", name)));
        if (answer.status() >= 400) {
            if (answer.status() < 500) {
                trace.removed();
            }
            var why = "the administrator's login cannot create a " + kind + ": HTTP " + answer.status();
            throw new OpenStackException(
                    answer.status() == 403 ? OpenStackException.Kind.FORBIDDEN : OpenStackException.Kind.REFUSED, why);
        }
        var id = tree(answer).path(kind).path("id").asText();
        trace.created(id);
        return id;
    }

    static Call post(String kind, ObjectNode resource) {
        var body = Json.object();
        body.set(kind, resource);
        return Call.post("/" + kind + "s", Json.bytes(body));
    }

    /** Id of a role that all domains know; empty when there is none of that name. */
    static Optional<String> role(Session admin, String name) {
        for (var role : tree(admin.ask(ServiceType.IDENTITY, Call.get("/roles").with("name", name)))
                .path("roles")) {
            if (role.path("name").asText().equals(name)
                    && role.path("domain_id").isNull()) {
                return Optional.of(role.path("id").asText());
            }
        }
        return Optional.empty();
    }

    static JsonNode tree(RecordedAnswer answer) {
        return Json.tree(answer.body())
                .orElseThrow(() -> new UnreadableAnswer(answer.request() + ": the answer is no JSON"));
    }
}
