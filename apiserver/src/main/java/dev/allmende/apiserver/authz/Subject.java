package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;

/**
 * Whom a binding is for (rbac.authorization.k8s.io/v1 Subject).
 *
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount}
 * @param namespace of a service account; in a RoleBinding the binding's own when it is not given
 */
record Subject(String kind, String name, String namespace) {

    static final String USER = "User";
    static final String GROUP = "Group";
    static final String SERVICE_ACCOUNT = "ServiceAccount";

    static Subject of(JsonNode subject, String bindingNamespace) {
        var kind = subject.path("kind").asText("");
        var namespace = subject.path("namespace").asText("");
        if (!kind.equals(SERVICE_ACCOUNT)) {
            namespace = "";
        } else if (namespace.isEmpty()) {
            namespace = bindingNamespace;
        }
        return new Subject(kind, subject.path("name").asText(""), namespace);
    }

    /** How users are looked up: a service account is the user {@code system:serviceaccount:NAMESPACE:NAME}. */
    Subject key() {
        return kind.equals(SERVICE_ACCOUNT) && !namespace.isEmpty()
                ? new Subject(USER, "system:serviceaccount:" + namespace + ":" + name, "")
                : this;
    }

    /** {@code User "x"}; Kubernetes writes a service account's name before its namespace. */
    @Override
    public String toString() {
        return kind + " " + Quoted.text(kind.equals(SERVICE_ACCOUNT) ? name + "/" + namespace : name);
    }
}
