package dev.allmende.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Request bodies of kubectl 1.35.2 (those of 1.33.9 are the same) and helm 4.1.4, as they sent them. */
class SentBodiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create-namespace | {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"builtin-cap-35"},"spec":{},"status":{}}
            create-serviceaccount | {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"robot","namespace":"builtin-cap-35"}}
            create-secret-generic | {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"builtin-cap-35"},"data":{"empty":"","user":"YWRtaW4="}}
            create-configmap | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"builtin-cap-35"},"data":{"a":"b"},"binaryData":{"bin":"//4A"}}
            create-role | {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"reader","namespace":"builtin-x"},"rules":[{"verbs":["get","list"],"apiGroups":[""],"resources":["secrets","configmaps/status"],"resourceNames":["x"]}]}
            create-clusterrole | {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"cr-35"},"rules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}
            create-rolebinding | {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"rb","namespace":"builtin-cap-35"},"subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"ann"},{"kind":"Group","apiGroup":"rbac.authorization.k8s.io","name":"devs"},{"kind":"ServiceAccount","name":"robot","namespace":"builtin-cap-35"}],"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"reader"}}
            create-clusterrolebinding | {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"crb-35"},"subjects":[{"kind":"Group","apiGroup":"rbac.authorization.k8s.io","name":"devs"}],"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"cr-35"}}
            create-token | {"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","metadata":{},"spec":{"audiences":["here"],"expirationSeconds":1200},"status":{"token":""}}
            can-i-list-pods | {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","metadata":{},"spec":{"resourceAttributes":{"namespace":"builtin-cap-35","verb":"list","resource":"pods"}},"status":{"allowed":false}}
            can-i-get-path | {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","metadata":{},"spec":{"nonResourceAttributes":{"path":"/healthz","verb":"get"}},"status":{"allowed":false}}
            can-i-list | {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","metadata":{},"spec":{"namespace":"builtin-cap-35"},"status":{"incomplete":false}}
            whoami | {"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview","metadata":{},"status":{"userInfo":{}}}
            create-service-clusterip | {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"builtin-cap-35","labels":{"app":"web"}},"spec":{"ports":[{"name":"80-8080","protocol":"TCP","port":80,"targetPort":8080}],"selector":{"app":"web"},"type":"ClusterIP"},"status":{"loadBalancer":{}}}
            create-service-nodeport | {"apiVersion":"v1","kind":"Service","metadata":{"name":"np","namespace":"builtin-cap-35","labels":{"app":"np"}},"spec":{"ports":[{"name":"80-http","protocol":"TCP","port":80,"targetPort":"http"}],"selector":{"app":"np"},"type":"NodePort"},"status":{"loadBalancer":{}}}
            create-service-externalname | {"apiVersion":"v1","kind":"Service","metadata":{"name":"en","namespace":"builtin-cap-35","labels":{"app":"en"}},"spec":{"selector":{"app":"en"},"type":"ExternalName","externalName":"example.com"},"status":{"loadBalancer":{}}}
            create-quota | {"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"q","namespace":"builtin-cap-35"},"spec":{"hard":{"cpu":"1500m","pods":"2"}},"status":{}}
            helm-delete-secret | {"apiVersion":"v1","kind":"DeleteOptions"}
            """)
    void readsWhatClientsSend(String name, String json) throws IOException {
        assertThat(ProtobufDecoder.decode(bytes(name))).isEqualTo(Json.parse(json));
    }

    @Test
    void readsHelmsReleases() throws IOException {
        for (var name : new String[] {"helm-create-secret", "helm-update-secret"}) {
            var secret = ProtobufDecoder.decode(bytes(name));
            assertThat(Json.string(secret, "type")).isEqualTo("helm.sh/release.v1");
            assertThat(Json.string(secret, "metadata", "labels", "owner")).isEqualTo("helm");
            assertThat(Json.string(secret, "data", "release")).startsWith("SDRzSUFBQUFBQUFD");
        }
    }

    @Test
    void readsADockerRegistrySecret() throws IOException {
        var secret = ProtobufDecoder.decode(bytes("create-secret-docker-registry"));
        assertThat(Json.string(secret, "type")).isEqualTo("kubernetes.io/dockerconfigjson");
        assertThat(secret.path("data").has(".dockerconfigjson")).isTrue();
    }

    static byte[] bytes(String name) throws IOException {
        try (var in = SentBodiesTest.class.getResourceAsStream("sent/" + name + ".pb")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
