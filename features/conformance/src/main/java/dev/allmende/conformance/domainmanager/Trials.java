package dev.allmende.conformance.domainmanager;

import dev.allmende.conformance.run.Session;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a domain manager tries, one after another; the administrator looks what came of it. */
final class Trials {

    private final Session manager;
    private final Session admin;
    private final List<Attempt> attempts = new ArrayList<>();

    Trials(Session manager, Session admin) {
        this.manager = manager;
        this.admin = admin;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** Asks for one thing, or whether something is so (HEAD): it works when the answer is 2xx. */
    void asks(boolean mustWork, String what, Call call) {
        int status = manager.ask(ServiceType.IDENTITY, call).status();
        attempts.add(new Attempt(what, mustWork, status, ok(status)));
    }

    /** Asks for a list: it works when the element is in it. */
    void lists(boolean mustWork, String what, Call call, String collection, String element) {
        var answer = manager.ask(ServiceType.IDENTITY, call);
        boolean found = false;
        if (ok(answer.status())) {
            for (var each : Estate.tree(answer).path(collection)) {
                found |= each.path("id").asText().equals(element);
            }
        }
        attempts.add(new Attempt(what, mustWork, answer.status(), found));
    }

    /**
     * Creates a resource; gives its id, empty when it did not come to be.
     *
     * @param domain in which; empty to leave it unsaid
     */
    String creates(boolean mustWork, String what, String kind, String name, String domain) {
        var resource = Json.object().put("name", manager.nameOf(name));
        if (!domain.isEmpty()) {
            resource.put("domain_id", domain);
        }
        var trace = admin.creating(ServiceType.IDENTITY, kind, manager.nameOf(name));
        var answer = manager.ask(ServiceType.IDENTITY, Estate.post(kind, resource));
        var id = ok(answer.status()) ? Estate.tree(answer).path(kind).path("id").asText() : "";
        boolean there = !id.isEmpty() && adminSees("/" + kind + "s/" + id);
        if (there) {
            trace.created(id);
        } else if (answer.status() < 500) {
            trace.removed();
        }
        attempts.add(new Attempt(what, mustWork, answer.status(), there));
        return there ? id : "";
    }

    /** Changes the description: it works when the administrator reads the new one. */
    void updates(boolean mustWork, String what, String kind, String id) {
        var path = "/" + kind + "s/" + id;
        var text = "changed by " + manager.runId();
        var change = Json.object();
        change.set(kind, Json.object().put("description", text));
        int status = manager.ask(ServiceType.IDENTITY, Call.patch(path, Json.bytes(change)))
                .status();
        var now = Estate.tree(admin.ask(ServiceType.IDENTITY, Call.get(path)));
        attempts.add(new Attempt(
                what,
                mustWork,
                status,
                now.path(kind).path("description").asText().equals(text)));
    }

    /** Sets what a HEAD or GET of the same path then finds: a grant, a membership. */
    void sets(boolean mustWork, String what, String path) {
        int status = manager.ask(ServiceType.IDENTITY, bare("PUT", path)).status();
        attempts.add(new Attempt(what, mustWork, status, adminSees(path)));
    }

    /** Takes away what the administrator sets first, so that there is something to take. */
    void takesAway(boolean mustWork, String what, String path) {
        admin.ask(ServiceType.IDENTITY, bare("PUT", path));
        deletes(mustWork, what, path);
    }

    void deletes(boolean mustWork, String what, String path) {
        int status = manager.ask(ServiceType.IDENTITY, Call.delete(path)).status();
        attempts.add(new Attempt(what, mustWork, status, !adminSees(path)));
    }

    /** Grants and memberships know HEAD, users, projects and groups GET; both answer 404 for what is not. */
    private boolean adminSees(String path) {
        boolean relation = path.matches("/(domains|projects)/.*/roles/.*|/groups/.*/users/.*");
        var call = relation ? bare("HEAD", path) : Call.get(path);
        return ok(admin.ask(ServiceType.IDENTITY, call).status());
    }

    private static Call bare(String method, String path) {
        return new Call(method, path, Map.of(), Map.of(), new byte[0]);
    }

    private static boolean ok(int status) {
        return status >= 200 && status < 300;
    }
}
