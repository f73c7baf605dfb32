package dev.allmende.conformance.domainmanager;

import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import java.util.Optional;

/** The test case about the domain manager role (scs-0302), which upstream leaves to hand. */
public final class DomainManagerCases {

    private static final String CLAUSE = "https://docs.scs.community/standards/scs-0302-v1-domain-manager-role";
    private static final String REMEDY =
            "Keystone 2024.2 and later: set enforce_scope and enforce_new_defaults in [oslo_policy]; before: use the"
                    + " policy of scs-0302-w1";

    private DomainManagerCases() {}

    public static List<TestCase> all() {
        return List.of(new TestCase(
                "allmende-scs-0302-domain-manager",
                "A domain manager governs the own domain, and only that",
                "scs-0302-v1",
                CLAUSE,
                TestCase.Profile.BEYOND,
                List.of(DomainManager.ATTEMPTS),
                (facts, rules) -> switch (facts.of(DomainManager.ATTEMPTS)) {
                    case Known.Unknown<DomainManager.Facts> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<DomainManager.Facts> seen -> judge(seen.value());
                }));
    }

    static Judgement judge(DomainManager.Facts facts) {
        if (!facts.roleExists()) {
            var finding = new Finding(
                    Severity.ERROR,
                    "role manager",
                    "it does not exist",
                    "the role manager",
                    REMEDY,
                    Optional.of(CLAUSE));
            return new Judgement(Verdict.FAIL, "the cloud has no role manager", List.of(finding));
        }
        var findings = facts.attempts().stream()
                .flatMap(attempt -> finding(attempt).stream())
                .toList();
        var all = facts.attempts().size();
        return facts.attempts().isEmpty()
                ? Judgement.abort("nothing was tried")
                : Judgement.of(
                        findings,
                        "all " + all + " calls went as the standard asks",
                        findings.size() + " of " + all + " calls did not go as the standard asks");
    }

    private static Optional<Finding> finding(Attempt attempt) {
        if (attempt.undecided()) {
            return Optional.of(finding(Severity.UNDECIDED, attempt, "HTTP " + attempt.status(), "check again"));
        }
        return attempt.right()
                ? Optional.empty()
                : Optional.of(finding(
                        Severity.ERROR,
                        attempt,
                        (attempt.happened() ? "it worked" : "it did not work") + ", HTTP " + attempt.status(),
                        REMEDY));
    }

    private static Finding finding(Severity severity, Attempt attempt, String found, String remedy) {
        var wanted = attempt.mustWork() ? "a domain manager can do this" : "a domain manager cannot do this";
        return new Finding(severity, attempt.what(), found, wanted, remedy, Optional.of(CLAUSE));
    }
}
