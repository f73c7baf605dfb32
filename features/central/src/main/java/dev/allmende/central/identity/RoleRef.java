package dev.allmende.central.identity;

import dev.allmende.central.keycloak.RoleName;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role by its name in Keycloak; the built-in ones have no resources.
 *
 * @param client clientId of the client it belongs to, as {@code realm-management}; absent for a role of the realm
 */
public record RoleRef(@Nullable String client, @Required String name) {

    public static Optional<Set<RoleName>> names(@Nullable List<RoleRef> roles) {
        return Optional.ofNullable(roles)
                .map(all -> all.stream()
                        .map(role -> new RoleName(Optional.ofNullable(role.client()), role.name()))
                        .collect(Collectors.toSet()));
    }
}
