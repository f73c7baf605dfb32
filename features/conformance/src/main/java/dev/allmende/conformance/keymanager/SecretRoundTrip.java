package dev.allmende.conformance.keymanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Pages;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of storing a secret, finding it and deleting it again. The "secret" is a word that nobody needs to hide.
 *
 * @param create status of storing; never 0
 * @param list status of listing; 0 when it did not come to that
 * @param found whether the list had it
 * @param delete status of deleting; 0 when it did not come to that
 */
record SecretRoundTrip(int create, int list, boolean found, int delete) {

    static final Input<SecretRoundTrip> SECRET =
            new Input<>("key-manager-secret", Input.Effect.CHANGES, SecretRoundTrip::ask, SecretRoundTrip::read);

    private static final String NAME = "member-role-secret";

    /** Left-overs of other runs are the matter of {@code allmende check cleanup}: such a run may still be under way. */
    private static List<RecordedAnswer> ask(Session session) {
        var name = "allmende-" + session.runId() + "-" + NAME;
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("secret_type", "opaque")
                .put("payload", "nothing to hide")
                .put("payload_content_type", "text/plain");
        var answers = new ArrayList<RecordedAnswer>();
        var trace = session.creating(ServiceType.KEY_MANAGER, "secret", name);
        var created = session.ask(
                ServiceType.KEY_MANAGER, Call.post("/secrets", body.toString().getBytes(StandardCharsets.UTF_8)));
        answers.add(created);
        if (created.status() >= 300) {
            if (created.status() < 500) {
                trace.removed();
            }
            return answers;
        }
        var id = lastSegment(Pages.tree(created).path("secret_ref").asText());
        trace.created(id);
        answers.add(session.ask(ServiceType.KEY_MANAGER, Call.get("/secrets").with("name", name)));
        var deleted = session.ask(ServiceType.KEY_MANAGER, Call.delete("/secrets/" + id));
        answers.add(deleted);
        if (deleted.status() < 300 || deleted.status() == 404) {
            trace.removed();
        }
        return answers;
    }

    private static SecretRoundTrip read(List<RecordedAnswer> answers) {
        var create = answers.getFirst();
        if (answers.size() < 3) {
            return new SecretRoundTrip(create.status(), 0, false, 0);
        }
        var list = answers.get(1);
        var id = lastSegment(Pages.tree(create).path("secret_ref").asText());
        return new SecretRoundTrip(
                create.status(),
                list.status(),
                list.status() < 300
                        && Pages.trees(List.of(list), "secrets").stream()
                                .anyMatch(secret -> lastSegment(
                                                secret.path("secret_ref").asText())
                                        .equals(id)),
                answers.get(2).status());
    }

    /** Barbican names a secret by its URL, whose host may be another than the one in the catalog. */
    private static String lastSegment(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
