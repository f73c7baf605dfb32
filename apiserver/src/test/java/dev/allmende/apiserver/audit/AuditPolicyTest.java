package dev.allmende.apiserver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Attributes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AuditPolicyTest {

    private static final User EVE = User.of("eve", "dev");

    private static AuditPolicy policy(String rules) throws IOException {
        var text = "apiVersion: audit.k8s.io/v1\nkind: Policy\n" + rules;
        return AuditPolicy.parse(new ObjectMapper(new YAMLFactory()).readTree(text));
    }

    private static Attributes on(String verb, String group, String resource, String subresource, String namespace) {
        return new Attributes.OfResource(EVE, verb, group, "v1", resource, subresource, namespace, "x");
    }

    private static Attributes path(String path) {
        return new Attributes.OfPath(EVE, "get", path);
    }

    @Test
    void byDefaultEverythingButHealthIsWrittenWhenItIsOver() {
        var standard = AuditPolicy.standard();

        assertThat(standard.judge(path("/healthz")).level()).isEqualTo(Level.NONE);
        assertThat(standard.judge(path("/readyz/etcd")).level()).isEqualTo(Level.NONE);
        var recording = standard.judge(on("get", "", "secrets", "", "ns"));
        assertThat(recording.level()).isEqualTo(Level.METADATA);
        assertThat(recording.writes(Stage.REQUEST_RECEIVED)).isFalse();
        assertThat(recording.writes(Stage.RESPONSE_STARTED)).isTrue();
        assertThat(recording.writes(Stage.RESPONSE_COMPLETE)).isTrue();
        assertThat(recording.writes(Stage.PANIC)).isTrue();
    }

    @Test
    void theFirstRuleThatFitsDecides() throws IOException {
        var policy = policy("""
                omitStages: [RequestReceived]
                rules:
                - {level: None, users: [robot]}
                - {level: RequestResponse, verbs: [delete], userGroups: [dev]}
                - level: Request
                  resources: [{group: apps, resources: [deployments, "*/scale"]}, {group: "", resources: ["pods/*"]}]
                  namespaces: [ns]
                - {level: Metadata, nonResourceURLs: ["/metrics", "/api*"], omitStages: [ResponseStarted]}
                """);

        assertThat(policy.judge(new Attributes.OfPath(User.of("robot"), "get", "/metrics"))
                        .level())
                .isEqualTo(Level.NONE);
        assertThat(policy.judge(on("delete", "", "x", "", "any")).level()).isEqualTo(Level.REQUEST_RESPONSE);
        assertThat(policy.judge(on("get", "apps", "deployments", "", "ns")).level())
                .isEqualTo(Level.REQUEST);
        assertThat(policy.judge(on("get", "apps", "deployments", "status", "ns"))
                        .level())
                .isEqualTo(Level.NONE);
        assertThat(policy.judge(on("get", "apps", "replicasets", "scale", "ns")).level())
                .isEqualTo(Level.REQUEST);
        assertThat(policy.judge(on("get", "", "pods", "log", "ns")).level()).isEqualTo(Level.REQUEST);
        assertThat(policy.judge(on("get", "apps", "deployments", "", "other")).level())
                .isEqualTo(Level.NONE);
        assertThat(policy.judge(path("/apis")).level()).isEqualTo(Level.METADATA);
        assertThat(policy.judge(path("/apis")).writes(Stage.RESPONSE_STARTED)).isFalse();
        assertThat(policy.judge(path("/apis")).writes(Stage.REQUEST_RECEIVED)).isFalse();
        assertThat(policy.judge(path("/version")).level()).isEqualTo(Level.NONE);
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> policy("rules: [{level: None}, {level: Loud}]"))
                .hasMessage(
                        "audit policy: rules[1].level is \"Loud\"; expected None, Metadata, Request or RequestResponse");
        assertThatThrownBy(() -> policy("omitStages: [Never]"))
                .hasMessage("audit policy: omitStages: there is no stage \"Never\"");
        assertThatThrownBy(() -> policy("rules: [{level: None, resources: [{group: x}], nonResourceURLs: [/x]}]"))
                .hasMessageContaining("make two rules of it");
    }
}
