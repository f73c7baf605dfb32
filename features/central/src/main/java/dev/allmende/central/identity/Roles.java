package dev.allmende.central.identity;

import dev.allmende.api.identity.RoleReference;
import dev.allmende.central.keycloak.RoleName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of roles as Keycloak's client takes them. Pure. */
final class Roles {

    private Roles() {}

    /** Empty when nothing is said of them. */
    static Optional<Set<RoleName>> of(@Nullable List<RoleReference> roles) {
        return Optional.ofNullable(roles)
                .map(all -> all.stream()
                        .map(role -> new RoleName(Optional.ofNullable(role.client()), role.name()))
                        .collect(Collectors.toSet()));
    }
}
