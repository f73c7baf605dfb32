package dev.allmende.server.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.kit.Connection;
import dev.allmende.server.status.ApiCallers;
import dev.allmende.server.status.ApiGrants;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.view.Ask;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who writes to a status page, asked with the rights that the controllers have. */
@ExtendWith(ApiServerExtension.class)
class StatusWritersTest {

    private static final Caller CLEO = new Caller("cleo", List.of(), Caller.Proof.COOKIE);
    private static final String NAMESPACE = "writers";
    private static final String ROLES = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reporter, namespace: writers}
            rules:
            - {apiGroups: [status.allmende.dev], resources: [incidents], verbs: [create, update]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reporter, namespace: writers}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reporter}
            subjects:
            - {kind: ServiceAccount, name: ada, namespace: writers}
            """;

    @Test
    void aTokenOfTheApiIsItsUserWithTheRightsThatHeHasThere(KubernetesClient kubernetes, Kubeconfig kubeconfig)
            throws Exception {
        Rights.apply(kubernetes);
        try (var controllers = Connection.as(Rights.USER, kubeconfig.yaml())) {
            var token = token(kubernetes);
            kubernetes
                    .load(new ByteArrayInputStream(ROLES.getBytes(StandardCharsets.UTF_8)))
                    .items()
                    .forEach(item -> kubernetes.resource(item).create());
            var callers = new ApiCallers(controllers, ask -> Optional.of(CLEO));
            var grants = new ApiGrants(controllers);

            var ada = callers.who(ask("Bearer " + token)).orElseThrow();

            assertThat(ada.name()).isEqualTo("system:serviceaccount:writers:ada");
            assertThat(ada.proof()).isEqualTo(Caller.Proof.TOKEN);
            assertThat(ada.groups()).contains("system:serviceaccounts:writers");
            assertThat(grants.may(ada, "create", "incidents", NAMESPACE)).isTrue();
            assertThat(grants.may(ada, "delete", "incidents", NAMESPACE)).isFalse();
            assertThat(grants.may(ada, "create", "components", NAMESPACE)).isFalse();
            assertThat(grants.may(ada, "create", "incidents", "default")).isFalse();
            assertThat(callers.who(ask("Bearer nonsense"))).isEmpty();
            assertThat(callers.who(ask("Basic YTpi")))
                    .as("a cookie beside it does not count")
                    .isEmpty();
            assertThat(callers.who(ask(""))).contains(CLEO);
        }
    }

    private static Ask ask(String authorization) {
        return new Ask(
                "POST", "/components", Map.of(), Map.of("authorization", authorization), new byte[0], "127.0.0.1");
    }

    private static String token(KubernetesClient kubernetes) {
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        kubernetes
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("ada")
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        return kubernetes
                .serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName("ada")
                .tokenRequest(new TokenRequest())
                .getStatus()
                .getToken();
    }
}
