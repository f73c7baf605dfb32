package dev.allmende.conformance.keymanager;

import dev.allmende.conformance.catalog.Catalog;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** scs-0116: a key manager, where there is one, can be used with the role member. */
public final class KeyManagerCases {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0116-w1-key-manager-implementation-testing#automated-tests";

    private KeyManagerCases() {}

    public static List<TestCase> all() {
        return List.of(
                new TestCase(
                        "scs-0116-presence",
                        "The catalog has a key manager",
                        "scs-0116-v1",
                        CLAUSE,
                        TestCase.Profile.CERTIFICATE,
                        List.of(Catalog.TOKEN),
                        (facts, rules) -> facts.of(Catalog.TOKEN).fold(KeyManagerCases::presence, Judgement::abort)),
                new TestCase(
                        "scs-0116-permissions",
                        "A key manager can be used with the role member",
                        "scs-0116-v1",
                        CLAUSE,
                        TestCase.Profile.CERTIFICATE,
                        List.of(Catalog.TOKEN, SecretRoundTrip.SECRET),
                        (facts, rules) -> facts.of(Catalog.TOKEN)
                                .fold(catalog -> permissions(catalog, facts, rules), Judgement::abort)));
    }

    private static Judgement presence(Catalog catalog) {
        if (catalog.has("key-manager")) {
            return Judgement.pass("the catalog has key-manager");
        }
        return Judgement.of(
                List.of(finding(
                        Severity.ERROR,
                        "not in the catalog",
                        "a service of type key-manager (recommended)",
                        "install Barbican and register it as key-manager")),
                "",
                "the catalog has no key-manager");
    }

    private static Judgement permissions(Catalog catalog, Facts facts, Rules rules) {
        if (catalog.roles().contains("admin") || catalog.roles().contains("manager")) {
            return Judgement.abort(
                    "the login may too much to tell what a member may: use a user without admin, manager");
        }
        if (!catalog.roles().contains("member")) {
            return Judgement.abort("the login lacks the role member");
        }
        if (!catalog.has("key-manager")) {
            return Judgement.pass("the catalog has no key-manager, so there is nothing to try");
        }
        return facts.of(SecretRoundTrip.SECRET).fold(trip -> judge(trip, rules), Judgement::abort);
    }

    private static Judgement judge(SecretRoundTrip trip, Rules rules) {
        var findings = new ArrayList<Finding>();
        step("storing a secret", trip.create(), rules).ifPresent(findings::add);
        step("listing secrets", trip.list(), rules).ifPresent(findings::add);
        step("deleting a secret", trip.delete(), rules).ifPresent(findings::add);
        if (trip.list() >= 200 && trip.list() < 300 && !trip.found()) {
            findings.add(finding(
                    Severity.ERROR, "the stored secret is not in the list", "a user finds own secrets", policy()));
        }
        return Judgement.of(
                findings,
                "a secret was stored, found and deleted",
                "the role member does not suffice to use the key manager");
    }

    /** Forbidden is proof; anything else may have other causes. */
    private static Optional<Finding> step(String what, int status, Rules rules) {
        var goneAlready = rules.mode() == Mode.UPSTREAM && what.startsWith("deleting") && status == 404;
        if (status < 300 || goneAlready) {
            return Optional.empty();
        }
        return Optional.of(finding(
                status == 403 ? Severity.ERROR : Severity.UNDECIDED,
                what + " answered " + status,
                "success with the role member",
                status == 403 ? policy() : "look into the log of the key manager"));
    }

    private static String policy() {
        return "give member the rights of Barbican's role creator: oslo.policy enforce_new_defaults = true, or a rule";
    }

    private static Finding finding(Severity severity, String found, String wanted, String remedy) {
        return new Finding(severity, "service key-manager", found, wanted, remedy, Optional.of(CLAUSE));
    }
}
