package dev.allmende.conformance.securitygroup;

import dev.allmende.conformance.securitygroup.DefaultRules.Rule;
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
import java.util.function.Predicate;

/** scs-0115: new security groups let nothing in and everything out. */
public final class SecurityGroupCases {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0115-w1-security-groups-implementation#automated-tests";

    private SecurityGroupCases() {}

    public static List<TestCase> all() {
        return List.of(new TestCase(
                "scs-0115-default-rules",
                "New security groups let nothing in and everything out",
                "scs-0115-v1",
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(DefaultRules.TEMPLATE, DefaultRules.NEW_GROUP),
                SecurityGroupCases::judge));
    }

    private static Judgement judge(Facts facts, Rules rules) {
        return facts.of(DefaultRules.TEMPLATE)
                .fold(
                        template -> template.map(found -> judgeTemplate(found, rules))
                                .orElseGet(() -> facts.of(DefaultRules.NEW_GROUP)
                                        .fold(found -> judgeGroup(found, rules), Judgement::abort)),
                        Judgement::abort);
    }

    private static Judgement judgeTemplate(List<Rule> found, Rules rules) {
        var strict = rules.mode() == Mode.STRICT;
        var findings = new ArrayList<Finding>();
        found.stream()
                .filter(rule -> rule.direction().equals("ingress"))
                .filter(rule -> !isAmongMembersOfTheDefaultGroup(rule))
                // A rule that no group gets lets nothing in; upstream counts it.
                .filter(rule -> !strict || rule.inDefaultGroup() || rule.inOtherGroups())
                .forEach(rule -> findings.add(ingress(rule)));
        for (var etherType : List.of("IPv4", "IPv6")) {
            missing(found, etherType, "the default group", Rule::inDefaultGroup, rules)
                    .ifPresent(findings::add);
            missing(found, etherType, "other groups", Rule::inOtherGroups, rules)
                    .ifPresent(findings::add);
        }
        return judgement(findings);
    }

    /** Of a new group, which is not the default one: upstream here counts any egress rule. */
    private static Judgement judgeGroup(List<Rule> found, Rules rules) {
        var findings = new ArrayList<Finding>();
        found.stream().filter(rule -> rule.direction().equals("ingress")).forEach(rule -> findings.add(ingress(rule)));
        for (var etherType : List.of("IPv4", "IPv6")) {
            var there = found.stream()
                    .filter(rule -> rule.direction().equals("egress")
                            && rule.etherType().equals(etherType))
                    .anyMatch(rule -> rules.mode() == Mode.UPSTREAM || isOpen(rule));
            if (!there) {
                findings.add(egress(etherType, "new groups", rules));
            }
        }
        return judgement(findings);
    }

    private static Judgement judgement(List<Finding> findings) {
        return Judgement.of(
                findings, "nothing is let in that must not be", "the default rules of security groups are wrong");
    }

    private static boolean isAmongMembersOfTheDefaultGroup(Rule rule) {
        return rule.remoteGroup().equals("PARENT") && !rule.inOtherGroups();
    }

    private static Optional<Finding> missing(
            List<Rule> found, String etherType, String where, Predicate<Rule> used, Rules rules) {
        var there = found.stream()
                .filter(rule ->
                        rule.direction().equals("egress") && rule.etherType().equals(etherType))
                .filter(used)
                .anyMatch(rule ->
                        rules.mode() == Mode.UPSTREAM ? rule.remotePrefix().isEmpty() : isOpen(rule));
        return there ? Optional.empty() : Optional.of(egress(etherType, where, rules));
    }

    private static boolean isOpen(Rule rule) {
        var anywhere = switch (rule.remotePrefix()) {
            case "", "0.0.0.0/0", "::/0" -> true;
            default -> false;
        };
        return anywhere && rule.remoteGroup().isEmpty() && rule.protocol().isEmpty();
    }

    private static Finding ingress(Rule rule) {
        return new Finding(
                Severity.ERROR,
                "default rule " + rule.id(),
                "lets %s in from %s"
                        .formatted(
                                rule.protocol().isEmpty() ? "anything over " + rule.etherType() : rule.protocol(),
                                from(rule)),
                "no ingress but from members of the same default group",
                "openstack default security group rule delete " + rule.id(),
                Optional.of(CLAUSE));
    }

    private static String from(Rule rule) {
        if (!rule.remoteGroup().isEmpty()) {
            return "group " + rule.remoteGroup();
        }
        return rule.remotePrefix().isEmpty() ? "anywhere" : rule.remotePrefix();
    }

    /** Open egress is a SHOULD of the text and a must of upstream. */
    private static Finding egress(String etherType, String where, Rules rules) {
        return new Finding(
                rules.mode() == Mode.UPSTREAM ? Severity.ERROR : Severity.WARNING,
                "default rules for " + where + ", " + etherType,
                "no rule lets everything out",
                "an egress rule without remote prefix",
                "openstack default security group rule create --egress --ethertype " + etherType
                        + " --for-default-sg --for-custom-sg",
                Optional.of(CLAUSE));
    }
}
