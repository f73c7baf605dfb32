package dev.allmende.conformance.securitygroup;

import static dev.allmende.conformance.testcase.RecordedFacts.answer;
import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;

import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.RecordedFacts;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityGroupCasesTest {

    private static final String ID = "scs-0115-default-rules";
    private static final String OUT4 = rule("egress", "IPv4", "", "", true, true);
    private static final String OUT6 = rule("egress", "IPv6", "", "", true, true);
    private static final String SAME_GROUP = rule("ingress", "IPv4", "PARENT", "", true, false);

    @Test
    void acceptsNeutronsOwnDefaults() {
        template(OUT4, OUT6, SAME_GROUP).assertVerdicts(ID, PASS, PASS);
    }

    @Test
    void refusesIngressExceptFromTheSameDefaultGroup() {
        template(OUT4, OUT6, rule("ingress", "IPv4", "", "", true, false)).assertVerdicts(ID, FAIL, FAIL);
        template(OUT4, OUT6, rule("ingress", "IPv6", "PARENT", "", true, true)).assertVerdicts(ID, FAIL, FAIL);
        template(OUT4, OUT6, rule("ingress", "IPv4", "", "10.0.0.0/8", false, true))
                .assertVerdicts(ID, FAIL, FAIL);
        template(OUT4, OUT6, rule("ingress", "IPv4", "", "", false, false)).assertVerdicts(ID, FAIL, PASS);
    }

    @Test
    void missingEgressIsAFailureForUpstreamAndAWarningForTheText() {
        template(OUT4).assertVerdicts(ID, FAIL, PASS);
        template(OUT4, rule("egress", "IPv6", "", "", true, false)).assertVerdicts(ID, FAIL, PASS);
        template(rule("egress", "IPv4", "", "0.0.0.0/0", true, true), OUT6).assertVerdicts(ID, FAIL, PASS);
        template().assertVerdicts(ID, FAIL, PASS);
    }

    @Test
    void readsANewGroupWhereNeutronDoesNotTell() {
        group(OUT4, OUT6).assertVerdicts(ID, PASS, PASS);
        group(OUT4, OUT6, SAME_GROUP).assertVerdicts(ID, FAIL, FAIL);
        group(OUT4).assertVerdicts(ID, FAIL, PASS);
    }

    @Test
    void abortsWhereNothingCouldBeSeen() {
        facts(404, "nothing here")
                .notSeen("new-security-group", Observation.Why.READ_ONLY, "read-only")
                .assertVerdicts(ID, ABORT, ABORT);
        facts(403, "{}").assertVerdicts(ID, ABORT, ABORT);
        facts(404, "").seen("new-security-group").assertVerdicts(ID, ABORT, ABORT);
    }

    private static RecordedFacts template(String... rules) {
        return facts(200, "{\"default_security_group_rules\":[" + String.join(",", rules) + "]}");
    }

    private static RecordedFacts group(String... rules) {
        // A group's rules do not say where else they are used.
        var plain = Stream.of(rules)
                .map(rule -> rule.replaceAll(",\"used_in[^}]*", ""))
                .toList();
        return facts(404, "{\"NeutronError\":{}}")
                .seen(
                        "new-security-group",
                        answer(201, "{\"security_group\":{\"id\":\"g\"}}"),
                        answer(200, "{\"security_group\":{\"security_group_rules\":" + plain + "}}"),
                        answer(204, ""));
    }

    private static RecordedFacts facts(int status, String body) {
        return new RecordedFacts(SecurityGroupCases.all()).seen("default-security-group-rules", answer(status, body));
    }

    private static String rule(
            String direction, String etherType, String group, String prefix, boolean inDefault, boolean inOthers) {
        return Arrays.asList(
                        "{\"id\":\"r\",\"direction\":\"" + direction + "\"",
                        "\"ethertype\":\"" + etherType + "\"",
                        "\"remote_group_id\":" + (group.isEmpty() ? "null" : "\"" + group + "\""),
                        "\"remote_ip_prefix\":" + (prefix.isEmpty() ? "null" : "\"" + prefix + "\""),
                        "\"protocol\":null",
                        "\"used_in_default_sg\":" + inDefault,
                        "\"used_in_non_default_sg\":" + inOthers + "}")
                .stream()
                .collect(java.util.stream.Collectors.joining(","));
    }
}
