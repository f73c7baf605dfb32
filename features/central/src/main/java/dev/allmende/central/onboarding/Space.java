package dev.allmende.central.onboarding;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Member;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tenant's namespace and who may do what in it. A namespace that was there before the tenant is used and outlives it; one
 * that the tenant made has the tenant as its owner.
 */
record Space(Mirror mirror) {

    /** Label of all that is made for a tenant in Kubernetes; its value is the tenant's name. */
    static final String TENANT = "tenancy.allmende.dev/tenant";

    private static final String RBAC = "rbac.authorization.k8s.io";

    /** The ServiceAccount of deploy/kubernetes/rights.yaml, in the namespace of the controllers. */
    private static final String CONTROLLERS = "allmende-controllers";

    /** What the controllers may do in the namespaces of tenants and nowhere else (rights.yaml). */
    private static final List<String> OWN_ROLES = List.of("allmende-tenant-secrets", "allmende-tenant-objects");

    /** The ClusterRole of members. */
    private static String role(Member.Role role) {
        return "allmende-tenant-" + role.name().toLowerCase(Locale.ROOT);
    }

    /** Names of all bindings that there may be. */
    static Stream<String> bindings() {
        return Stream.concat(
                OWN_ROLES.stream(), Arrays.stream(Member.Role.values()).map(Space::role));
    }

    void prepare(Tenant tenant) {
        var name = tenant.getMetadata().getName();
        if (name.equals(mirror.namespace())) {
            throw Halt.lasting(
                    Reason.INVALID_SPEC,
                    "namespace %s is the controllers' own: give the tenant another name".formatted(name));
        }
        var there = mirror.find(Namespace.class, "", name);
        if (there.isEmpty()) {
            create(tenant);
        } else if (there.get().getMetadata().getDeletionTimestamp() != null) {
            throw Halt.waiting(Reason.WAITING_FOR, "namespace %s is being deleted".formatted(name));
        }
        var us = new SubjectBuilder()
                .withKind("ServiceAccount")
                .withName(CONTROLLERS)
                .withNamespace(mirror.namespace())
                .build();
        OWN_ROLES.forEach(role -> bind(tenant, role, List.of(us)));
        for (var role : Member.Role.values()) {
            bind(tenant, role(role), subjects(tenant, role));
        }
    }

    private void create(Tenant tenant) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(tenant.getMetadata().getName())
                .withLabels(labels(tenant))
                .withOwnerReferences(owner(tenant))
                .endMetadata()
                .build();
        // what came there since we looked is no error: the next look sees whose it is
        Apply.unlessThere(mirror.kubernetes(), namespace);
    }

    private static List<Subject> subjects(Tenant tenant, Member.Role role) {
        return tenant.getSpec().members().stream()
                .filter(member -> member.role() == role)
                .map(member -> member.user() == null
                        ? new Subject(RBAC, "Group", member.group(), null)
                        : new Subject(RBAC, "User", member.user(), null))
                .distinct()
                .toList();
    }

    private void bind(Tenant tenant, String role, List<Subject> subjects) {
        var place = tenant.getMetadata().getName();
        var old = mirror.find(RoleBinding.class, place, role);
        boolean isOther = old.filter(binding -> !binding.getRoleRef().getName().equals(role)
                        || !binding.getRoleRef().getKind().equals("ClusterRole"))
                .isPresent();
        if (isOther || (subjects.isEmpty() && old.isPresent())) {
            mirror.kubernetes().resource(old.orElseThrow()).delete();
        }
        if (!subjects.isEmpty()
                && (isOther || old.filter(binding -> isFor(binding, subjects)).isEmpty())) {
            Apply.to(mirror.kubernetes(), binding(tenant, role, subjects));
        }
    }

    private static boolean isFor(RoleBinding binding, List<Subject> subjects) {
        return new HashSet<>(binding.getSubjects()).equals(new HashSet<>(subjects));
    }

    private static RoleBinding binding(Tenant tenant, String role, List<Subject> subjects) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withName(role)
                .withNamespace(tenant.getMetadata().getName())
                .withLabels(labels(tenant))
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", role)
                .withSubjects(subjects)
                .build();
    }

    /** Takes away what was made here; the namespace's objects are gone. */
    void clear(Tenant tenant) {
        var name = tenant.getMetadata().getName();
        var there = mirror.find(Namespace.class, "", name);
        if (there.filter(namespace -> isOwned(namespace, tenant)).isPresent()) {
            // with the right that its binding gives, which goes with it
            mirror.kubernetes().resource(there.get()).delete();
            return;
        }
        bindings()
                .flatMap(role -> mirror.find(RoleBinding.class, name, role).stream())
                .filter(binding -> name.equals(
                        binding.getMetadata().getLabels() == null
                                ? null
                                : binding.getMetadata().getLabels().get(TENANT)))
                .forEach(binding -> mirror.kubernetes().resource(binding).delete());
    }

    private static boolean isOwned(Namespace namespace, Tenant tenant) {
        return namespace.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(tenant.getMetadata().getUid()));
    }

    static Map<String, String> labels(Tenant tenant) {
        return Map.of(TENANT, tenant.getMetadata().getName(), "app.kubernetes.io/managed-by", "allmende");
    }

    static OwnerReference owner(Tenant tenant) {
        return new OwnerReferenceBuilder()
                .withApiVersion(tenant.getApiVersion())
                .withKind(tenant.getKind())
                .withName(tenant.getMetadata().getName())
                .withUid(tenant.getMetadata().getUid())
                .withController(true)
                .build();
    }
}
