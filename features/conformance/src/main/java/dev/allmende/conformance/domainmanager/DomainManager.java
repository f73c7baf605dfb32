package dev.allmende.conformance.domainmanager;

import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.Secret;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes two domains, logs in as the manager of one and tries the whole table. */
final class DomainManager {

    static final Input<Facts> ATTEMPTS =
            new Input<>("domain-manager", Input.Effect.CHANGES, DomainManager::ask, DomainManager::read);

    private static final String ROLE = "manager";
    private static final SecureRandom RANDOM = new SecureRandom();

    private DomainManager() {}

    /** @param roleExists whether the cloud has the role at all; without it nothing was tried */
    record Facts(boolean roleExists, List<Attempt> attempts) {
        Facts {
            attempts = List.copyOf(attempts);
        }
    }

    private static List<RecordedAnswer> ask(Session session) {
        var login = session.admin()
                .orElseThrow(() -> new OpenStackException(
                        OpenStackException.Kind.FORBIDDEN,
                        "domains and users can only be made by an administrator: name that login with --admin-cloud"));
        var admin = session.through(login.cloud());
        var manager = Estate.role(admin, ROLE);
        if (manager.isEmpty()) {
            return List.of(record(false, List.of()));
        }
        var own = Estate.make(admin, "a");
        var other = Estate.make(admin, "b");
        var password = new Secret(password());
        var user = Estate.create(
                admin,
                "user",
                "manager-a",
                Json.object().put("domain_id", own.domain()).put("password", password.reveal()));
        var grant = "/domains/" + own.domain() + "/users/" + user + "/roles/" + manager.get();
        admin.ask(ServiceType.IDENTITY, new Call("PUT", grant, Map.of(), Map.of(), new byte[0]));
        try (var cloud = login.domainLogin(user, password, own.domain())) {
            var trials = new Trials(session.through(cloud), admin);
            new CallTable(trials, own, other, needed(admin, "member"), needed(admin, "admin")).play();
            return List.of(record(true, trials.attempts()));
        }
    }

    private static String needed(Session admin, String role) {
        return Estate.role(admin, role)
                .orElseThrow(() -> new OpenStackException(
                        OpenStackException.Kind.NOT_FOUND, "the cloud has no role " + role + ", or hides it"));
    }

    /** Long, and of all kinds of letters that a password rule may ask for. */
    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return "aA1!" + Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static RecordedAnswer record(boolean roleExists, List<Attempt> attempts) {
        var document = Json.object().put("role_exists", roleExists);
        var list = document.putArray("attempts");
        attempts.forEach(attempt -> list.addObject()
                .put("what", attempt.what())
                .put("must_work", attempt.mustWork())
                .put("status", attempt.status())
                .put("happened", attempt.happened()));
        return RecordedAnswer.text("domain-manager attempts", document.toString());
    }

    private static Facts read(List<RecordedAnswer> answers) {
        var document = Estate.tree(answers.getFirst());
        var attempts = new ArrayList<Attempt>();
        for (var each : document.path("attempts")) {
            attempts.add(new Attempt(
                    each.path("what").asText(),
                    each.path("must_work").asBoolean(),
                    each.path("status").asInt(),
                    each.path("happened").asBoolean()));
        }
        return new Facts(document.path("role_exists").asBoolean(), attempts);
    }
}
