package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import dev.allmende.openstack.identity.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the login is one whose results count: role {@code member}, neither {@code admin} nor {@code manager}.
 *
 * <p>Upstream judges nothing with another login (Tests/iaas/openstack_test.py). By the text only those results mean
 * less that were won by acting: what an admin may do says nothing about what a customer may.
 */
public final class Preflight {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who is logged in; asked for first in every run. */
    public static final Input<Login> LOGIN = new Input<>(
            "login",
            Input.Effect.READS,
            session -> List.of(record(session.cloud().token())),
            Preflight::read);

    private Preflight() {}

    /**
     * The login as far as verdicts depend on it.
     *
     * @param scope project, domain, system or unscoped
     */
    public record Login(String scope, List<String> roles) {
        public Login {
            roles = List.copyOf(roles);
        }
    }

    /** Why this login's results do not count; empty when they do. */
    public static Optional<String> objection(Facts facts) {
        return switch (facts.of(LOGIN)) {
            case Facts.Known.Unknown<Login> unknown -> Optional.of("the login is not known: " + unknown.why());
            case Facts.Known.Seen<Login> seen -> objection(seen.value());
        };
    }

    static Optional<String> objection(Login login) {
        for (var much : List.of("admin", "manager")) {
            if (login.roles().contains(much)) {
                return Optional.of(
                        "the login has the role " + much + ": check with a plain user who has the role member only");
            }
        }
        return login.roles().contains("member")
                ? Optional.empty()
                : Optional.of("the login lacks the role member: give it that role in the project, or use another user");
    }

    /** The judgement as it counts under this login. */
    static Judgement count(Optional<String> objection, TestCase testCase, Mode mode, Judgement judgement) {
        if (objection.isEmpty() || testCase.profile() == TestCase.Profile.BEYOND) {
            return judgement;
        }
        return switch (mode) {
            case UPSTREAM -> new Judgement(Verdict.ABORT, objection.get(), judgement.findings());
            case STRICT ->
                testCase.changesCloud() && judgement.verdict() == Verdict.PASS
                        ? new Judgement(Verdict.ABORT, objection.get(), judgement.findings())
                        : judgement;
        };
    }

    private static RecordedAnswer record(Token token) {
        var login = JSON.createObjectNode().put("scope", scopeOf(token));
        var roles = login.putArray("roles");
        token.roles().forEach(roles::add);
        return RecordedAnswer.text("login", login.toString());
    }

    private static String scopeOf(Token token) {
        if (token.projectId().isPresent()) {
            return "project";
        }
        if (token.domainId().isPresent()) {
            return "domain";
        }
        return token.system() ? "system" : "unscoped";
    }

    private static Login read(List<RecordedAnswer> answers) {
        try {
            var login = JSON.readTree(answers.getFirst().body());
            var roles = new ArrayList<String>();
            for (JsonNode role : login.path("roles")) {
                roles.add(role.asText());
            }
            return new Login(login.path("scope").asText("unscoped"), roles);
        } catch (java.io.IOException broken) {
            throw new UnreadableAnswer("login: this is no JSON", broken);
        }
    }
}
