package dev.allmende.apiserver.authn;

import java.util.List;
import java.util.Map;

/** Who asks (Kubernetes authentication.k8s.io/v1 UserInfo). */
public record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    public static final String AUTHENTICATED = "system:authenticated";
    public static final String UNAUTHENTICATED = "system:unauthenticated";
    /** Members of this group may do everything. */
    public static final String MASTERS = "system:masters";

    public static final User ANONYMOUS = new User("system:anonymous", "", List.of(UNAUTHENTICATED), Map.of());

    public User {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    public static User of(String name, String... groups) {
        return new User(name, "", List.of(groups), Map.of());
    }

    public boolean in(String group) {
        return groups.contains(group);
    }
}
