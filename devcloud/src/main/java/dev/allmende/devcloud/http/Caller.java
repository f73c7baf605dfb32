package dev.allmende.devcloud.http;

import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, as the token says.
 *
 * @param projectId the project of a project token
 * @param domainId the domain of a domain token
 * @param system whether the token is for the whole system
 * @param roles names of the roles, implied ones included
 */
public record Caller(
        String userId, Optional<String> projectId, Optional<String> domainId, boolean system, Set<String> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean isAdmin() {
        return has("admin");
    }

    /** The project of the token; empty text for a token without project, as services see it. */
    public String project() {
        return projectId.orElse("");
    }
}
