package dev.allmende.openstack.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Keystone said about the login; the token itself is not in here.
 *
 * @param roles names of the roles, as given by Keystone
 * @param projectId present when project scoped
 */
public record Token(
        String userId,
        String userName,
        String userDomainId,
        Optional<String> projectId,
        Optional<String> projectName,
        Optional<String> domainId,
        boolean system,
        List<String> roles,
        List<CatalogEntry> catalog,
        Optional<Instant> expiresAt) {

    public Token {
        roles = List.copyOf(roles);
        catalog = List.copyOf(catalog);
    }
}
