package dev.allmende.apiserver.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.authn.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRuleTest {

    private static final User EVE = User.of("eve");

    @ParameterizedTest
    @CsvSource({
        "pods,        pods,        true",
        "pods,        pods/log,    false",
        "pods/log,    pods/log,    true",
        "pods/log,    pods,        false",
        "pods/log,    pod/slog,    false",
        "*,           pods/log,    true",
        "*,           pods,        true",
        "*/log,       pods/log,    true",
        "*/log,       pods,        false",
        "*/log,       pods/xlog,   false",
        "x/*,         x/status,    false",
        "userextras/a/b, userextras/a/b, true",
    })
    void coversResourcesAndTheirSubresources(String ruled, String asked, boolean allowed) {
        var rule = PolicyRule.of(Policies.json(Policies.rule("get", "", ruled)));

        assertThat(rule.allows(Policies.ask(EVE, "get", asked, "ns", "x"))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/metrics,  /metrics,     true",
        "/metrics,  /metrics/x,   false",
        "/api/*,    /api/v1,      true",
        "/api/*,    /api,         false",
        "/api*,     /apis,        true",
        "*,         /anything,    true",
        "/a**,      /abc,         true",
    })
    void coversPathsWithAStarAtTheEnd(String ruled, String asked, boolean allowed) {
        var rule = PolicyRule.of(Policies.json(Policies.paths("get", ruled)));

        assertThat(rule.allows(new Attributes.OfPath(EVE, "get", asked))).isEqualTo(allowed);
    }

    @Test
    void wantsVerbGroupAndName() {
        var rule = PolicyRule.of(Policies.json(Policies.named("get,update", "apps", "deployments", "web")));

        assertThat(rule.allows(Policies.ask(EVE, "get", "apps:deployments", "ns", "web")))
                .isTrue();
        assertThat(rule.allows(Policies.ask(EVE, "delete", "apps:deployments", "ns", "web")))
                .isFalse();
        assertThat(rule.allows(Policies.ask(EVE, "get", "deployments", "ns", "web")))
                .isFalse();
        assertThat(rule.allows(Policies.ask(EVE, "get", "apps:deployments", "ns", "other")))
                .isFalse();
        assertThat(rule.allows(Policies.ask(EVE, "get", "apps:deployments", "ns", "")))
                .as("a list is not of one name")
                .isFalse();
    }

    @Test
    void aRuleForResourcesSaysNothingOfPaths() {
        var everything = PolicyRule.of(Policies.json(Policies.rule("*", "*", "*")));

        assertThat(everything.allows(new Attributes.OfPath(EVE, "get", "/metrics")))
                .isFalse();
    }

    @Test
    void printsAsKubernetesDoes() {
        var rule = PolicyRule.of(Policies.json(Policies.named("get,list", ",apps", "pods", "a\\\\b")));

        assertThat(rule)
                .hasToString("{APIGroups:[\"\" \"apps\"], Resources:[\"pods\"], ResourceNames:[\"a\\\\b\"], "
                        + "Verbs:[\"get\" \"list\"]}");
    }
}
