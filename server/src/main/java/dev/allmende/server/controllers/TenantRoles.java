package dev.allmende.server.controllers;

import dev.allmende.api.tenancy.Quota;
import dev.allmende.kit.Apply;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What members of a tenant may do in its namespace: ClusterRoles, to be bound there by RoleBindings. Made from the
 * definitions that are installed, so that no kind is forgotten; a status is the controllers' alone, hence no {@code *}.
 * Kubernetes' own roles view, edit and admin take them up by label.
 */
final class TenantRoles {

    static final String VIEWER = "allmende-tenant-viewer";
    static final String EDITOR = "allmende-tenant-editor";
    static final String ADMIN = "allmende-tenant-admin";

    private static final String DOMAIN = ".allmende.dev";

    /** Tenants and clouds are the provider's; a tenant sees only what his own project may have. */
    private static final String PROVIDERS = "tenancy" + DOMAIN;

    /** Status pages are written by those who have the roles of status pages. */
    private static final String STATUS = "status" + DOMAIN;

    /** Shows what the project may have, and sets nothing: whoever wants to see it makes one. */
    private static final String LIMITS = HasMetadata.getPlural(Quota.class);

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> WRITE = List.of("create", "update", "patch", "delete", "deletecollection");
    private static final List<String> ALL =
            Stream.concat(READ.stream(), WRITE.stream()).toList();

    private TenantRoles() {}

    static void apply(KubernetesClient administrator) {
        of(administrator.apiextensions().v1().customResourceDefinitions().list().getItems())
                .forEach(role -> Apply.to(administrator, role));
    }

    static List<ClusterRole> of(List<CustomResourceDefinition> definitions) {
        var viewer = new ArrayList<>(kinds(definitions, List.of("*"), READ));
        viewer.add(rule("", READ, "configmaps", "events"));
        viewer.add(rule("", List.of("get"), "namespaces"));
        viewer.add(rule("events.k8s.io", READ, "events"));
        viewer.add(rule(PROVIDERS, READ, LIMITS));

        var editor = new ArrayList<>(viewer);
        editor.addAll(kinds(definitions, List.of(), WRITE));
        editor.add(rule(PROVIDERS, WRITE, LIMITS));
        editor.add(rule("", WRITE, "configmaps"));
        editor.add(rule("", ALL, "secrets"));

        var admin = new ArrayList<>(editor);
        admin.add(rule("", ALL, "serviceaccounts"));
        admin.add(rule("", List.of("create"), "serviceaccounts/token"));
        admin.add(rule("rbac.authorization.k8s.io", ALL, "rolebindings", "roles"));
        admin.add(rule("authorization.k8s.io", List.of("create"), "localsubjectaccessreviews"));
        return List.of(role(VIEWER, "view", viewer), role(EDITOR, "edit", editor), role(ADMIN, "admin", admin));
    }

    /** @param resources empty for each by its name */
    private static List<PolicyRule> kinds(
            List<CustomResourceDefinition> definitions, List<String> resources, List<String> verbs) {
        var byGroup = new TreeMap<String, TreeSet<String>>();
        definitions.stream()
                .map(CustomResourceDefinition::getSpec)
                .filter(spec -> spec.getScope().equals("Namespaced"))
                .filter(spec -> spec.getGroup().endsWith(DOMAIN))
                .filter(spec ->
                        !spec.getGroup().equals(PROVIDERS) && !spec.getGroup().equals(STATUS))
                .forEach(spec -> byGroup.computeIfAbsent(spec.getGroup(), _ -> new TreeSet<>())
                        .add(spec.getNames().getPlural()));
        return byGroup.entrySet().stream()
                .map(group -> rule(
                        group.getKey(),
                        verbs,
                        (resources.isEmpty() ? group.getValue() : resources).toArray(String[]::new)))
                .toList();
    }

    private static PolicyRule rule(String group, List<String> verbs, String... resources) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .build();
    }

    private static ClusterRole role(String name, String kubernetesRole, List<PolicyRule> rules) {
        return new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(Map.of("rbac.authorization.k8s.io/aggregate-to-" + kubernetesRole, "true"))
                .endMetadata()
                .withRules(rules)
                .build();
    }
}
