package dev.allmende.server.shell.resource;

import dev.allmende.server.shell.visit.Addresses;
import java.util.Set;

/**
 * A kind that the API serves.
 *
 * @param group empty for the core group
 * @param version the preferred one
 */
public record Kind(String group, String version, String plural, String name, boolean namespaced, Set<String> verbs) {

    /** Kinds of Kubernetes whose status has no conditions, or only while they are deleted. */
    private static final Set<String> WITHOUT_CONDITIONS = Set.of(
            "namespaces",
            "configmaps",
            "secrets",
            "serviceaccounts",
            "services",
            "endpoints",
            "limitranges",
            "resourcequotas",
            "leases.coordination.k8s.io",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io");

    public Kind {
        verbs = Set.copyOf(verbs);
    }

    /** As in {@code kubectl get}: {@code configmaps}, {@code networks.central.allmende.dev}. */
    public String id() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** For the {@code id} of elements. */
    public String anchor() {
        return "kind-" + id();
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public boolean isSecret() {
        return id().equals("secrets");
    }

    public boolean hasConditions() {
        return !WITHOUT_CONDITIONS.contains(id());
    }

    /** Whether others than Kubernetes define it: those are what people come for. */
    public boolean isOurs() {
        return group.contains(".") && !group.endsWith(".k8s.io");
    }

    /** Whether objects of it can be shown as they change. */
    public boolean isFollowed() {
        return verbs.contains("watch");
    }

    /** Path of its group and version. */
    public String root() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    /** @param namespace empty for all, and for kinds without */
    public String path(String namespace) {
        return root() + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    public String path(String namespace, String object) {
        return path(namespace) + "/" + object;
    }

    /** Its page. */
    public String href(String namespace) {
        return Addresses.scope(namespace) + "/" + Addresses.part(id());
    }

    /** The page that makes a new one. */
    public String newHref(String namespace) {
        return Addresses.NEW + href(namespace).substring(Addresses.ROOT.length());
    }

    /** The page of one object. Namespaces have pages of their own, see {@link Addresses#namespace}. */
    public String href(String namespace, String object) {
        return href(namespace) + "/" + Addresses.part(object);
    }
}
