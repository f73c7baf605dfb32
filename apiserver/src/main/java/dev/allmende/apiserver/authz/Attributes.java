package dev.allmende.apiserver.authz;

import dev.allmende.apiserver.authn.User;

/** What somebody wants to do (Kubernetes authorization.k8s.io/v1 ResourceAttributes, NonResourceAttributes). */
public sealed interface Attributes {

    User user();

    /** In small letters: {@code get}, {@code list}, {@code create}, {@code impersonate}, ... */
    String verb();

    /**
     * @param subresource empty when the object itself is meant
     * @param namespace empty for cluster-scoped resources and across all namespaces
     * @param name empty for collections
     */
    record OfResource(
            User user,
            String verb,
            String group,
            String version,
            String resource,
            String subresource,
            String namespace,
            String name)
            implements Attributes {}

    /** @param path such as {@code /metrics} */
    record OfPath(User user, String verb, String path) implements Attributes {}
}
