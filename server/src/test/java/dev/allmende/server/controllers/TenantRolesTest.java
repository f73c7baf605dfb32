package dev.allmende.server.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.kit.Apply;
import dev.allmende.status.caller.Callers;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who of the tenant acme may do what, as the API itself decides it: each group is bound in the namespace acme. */
@ExtendWith(ApiServerExtension.class)
class TenantRolesTest {

    private static final Path AGREED = Path.of("../deploy/kubernetes/tenant-roles.yaml");

    private static final String HEAD = """
            # What members of a tenant may do in its namespace, and no more: bound there by RoleBindings, never in the whole
            # cluster. "allmende up" makes the same for itself. Written by TenantRolesTest from the kinds that there are:
            #   ./allmende test -pl server -am -Dtest=TenantRolesTest -Dsurefire.failIfNoSpecifiedTests=false \\
            #     -Dsurefire.argLine=-Dallmende.golden=write
            """;

    @BeforeAll
    static void bind(KubernetesClient administrator) {
        TenantRoles.of(List.of(
                        definition("network.allmende.dev", "networks", "Namespaced"),
                        definition("tenancy.allmende.dev", "clouds", "Cluster"),
                        definition("tenancy.allmende.dev", "ledgers", "Namespaced"),
                        definition("example.org", "things", "Namespaced")))
                .forEach(role -> Apply.to(administrator, role));
        for (var namespace : List.of("acme", "other")) {
            administrator
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
        }
        for (var role : List.of("viewer", "editor", "admin")) {
            administrator
                    .resource(new RoleBindingBuilder()
                            .withNewMetadata()
                            .withNamespace("acme")
                            .withName(role)
                            .endMetadata()
                            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "allmende-tenant-" + role)
                            .addNewSubject("rbac.authorization.k8s.io", "Group", role, null)
                            .build())
                    .create();
        }
        administrator
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace("acme")
                        .withName("kubernetes-view")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                        .addNewSubject("rbac.authorization.k8s.io", "Group", "kubernetes-view", null)
                        .build())
                .create();
    }

    @ParameterizedTest(name = "{0} {1} {2}/{3}: viewer {4}, editor {5}, admin {6}")
    @CsvSource(delimiter = '|', textBlock = """
            acme  | list   | network.allmende.dev      | networks              | yes | yes | yes
            acme  | watch  | network.allmende.dev      | networks              | yes | yes | yes
            acme  | get    | network.allmende.dev      | networks/status       | yes | yes | yes
            acme  | create | network.allmende.dev      | networks              | no  | yes | yes
            acme  | patch  | network.allmende.dev      | networks              | no  | yes | yes
            acme  | delete | network.allmende.dev      | networks              | no  | yes | yes
            acme  | update | network.allmende.dev      | networks/status       | no  | no  | no
            acme  | patch  | network.allmende.dev      | networks/finalizers   | no  | no  | no
            acme  | get    | ''                        | configmaps            | yes | yes | yes
            acme  | create | ''                        | configmaps            | no  | yes | yes
            acme  | list   | ''                        | events                | yes | yes | yes
            acme  | create | ''                        | events                | no  | no  | no
            acme  | get    | ''                        | secrets               | no  | yes | yes
            acme  | list   | ''                        | secrets               | no  | yes | yes
            acme  | create | ''                        | secrets               | no  | yes | yes
            acme  | get    | ''                        | namespaces            | yes | yes | yes
            acme  | delete | ''                        | namespaces            | no  | no  | no
            acme  | update | ''                        | resourcequotas        | no  | no  | no
            acme  | create | ''                        | serviceaccounts       | no  | no  | yes
            acme  | create | ''                        | serviceaccounts/token | no  | no  | yes
            acme  | list   | rbac.authorization.k8s.io | rolebindings          | no  | no  | yes
            acme  | create | rbac.authorization.k8s.io | rolebindings          | no  | no  | yes
            acme  | bind   | rbac.authorization.k8s.io | roles                 | no  | no  | no
            acme  | escalate | rbac.authorization.k8s.io | roles               | no  | no  | no
            acme  | impersonate | ''                   | serviceaccounts       | no  | no  | no
            acme  | list   | tenancy.allmende.dev      | ledgers               | no  | no  | no
            acme  | list   | tenancy.allmende.dev      | projectquotas         | yes | yes | yes
            acme  | create | tenancy.allmende.dev      | projectquotas         | no  | yes | yes
            ''    | list   | tenancy.allmende.dev      | tenants               | no  | no  | no
            ''    | get    | tenancy.allmende.dev      | clouds                | no  | no  | no
            ''    | update | tenancy.allmende.dev      | tenants               | no  | no  | no
            acme  | list   | example.org               | things                | no  | no  | no
            other | list   | network.allmende.dev      | networks              | no  | no  | no
            other | get    | ''                        | secrets               | no  | no  | no
            other | create | rbac.authorization.k8s.io | rolebindings          | no  | no  | no
            ''    | list   | network.allmende.dev      | networks              | no  | no  | no
            ''    | list   | ''                        | secrets               | no  | no  | no
            ''    | list   | ''                        | namespaces            | no  | no  | no
            """)
    void membersMayDoWhatTheirRoleSaysInTheirNamespace(
            String namespace,
            String verb,
            String group,
            String resource,
            String viewer,
            String editor,
            String admin,
            KubernetesClient administrator) {
        var question = new Question(administrator, namespace, verb, group, resource);
        assertThat(question.answer("viewer")).as("viewer").isEqualTo(viewer);
        assertThat(question.answer("editor")).as("editor").isEqualTo(editor);
        assertThat(question.answer("admin")).as("admin").isEqualTo(admin);
    }

    @Test
    void theRoleViewOfKubernetesTakesUpTheKinds(KubernetesClient administrator) {
        assertThat(new Question(administrator, "acme", "list", "network.allmende.dev", "networks")
                        .answer("kubernetes-view"))
                .isEqualTo("yes");
        assertThat(new Question(administrator, "acme", "create", "network.allmende.dev", "networks")
                        .answer("kubernetes-view"))
                .isEqualTo("no");
    }

    @Test
    void theFileForAKubernetesHasAllKinds(KubernetesClient administrator) throws IOException {
        try (var host = Host.start(
                administrator, Rights.NAMESPACE, Optional.empty(), Callers.NONE, Optional.empty(), Clock.systemUTC())) {
            assertThat(host).isNotNull();
            var yaml = new KubernetesSerialization();
            var text = new StringBuilder(HEAD);
            TenantRoles.of(administrator
                            .apiextensions()
                            .v1()
                            .customResourceDefinitions()
                            .list()
                            .getItems())
                    .forEach(role -> text.append(yaml.asYaml(role)));
            if ("write".equals(System.getProperty("allmende.golden"))) {
                Files.writeString(AGREED, text);
            }
            assertThat(text.toString())
                    .as("there are other kinds now; write the file anew as its head says")
                    .isEqualTo(Files.readString(AGREED));
        }
    }

    private static CustomResourceDefinition definition(String group, String plural, String scope) {
        return new CustomResourceDefinitionBuilder()
                .withNewSpec()
                .withGroup(group)
                .withScope(scope)
                .withNewNames()
                .withPlural(plural)
                .endNames()
                .endSpec()
                .build();
    }

    private record Question(
            KubernetesClient administrator, String namespace, String verb, String group, String resource) {

        String answer(String member) {
            var parts = resource.split("/", 2);
            var review = new SubjectAccessReviewBuilder()
                    .withNewSpec()
                    .withUser("somebody")
                    .withGroups(member)
                    .withNewResourceAttributes()
                    .withNamespace(namespace)
                    .withVerb(verb)
                    .withGroup(group)
                    .withResource(parts[0])
                    .withSubresource(parts.length > 1 ? parts[1] : null)
                    .endResourceAttributes()
                    .endSpec()
                    .build();
            var allowed = administrator
                    .authorization()
                    .v1()
                    .subjectAccessReview()
                    .create(review)
                    .getStatus()
                    .getAllowed();
            return allowed ? "yes" : "no";
        }
    }
}
