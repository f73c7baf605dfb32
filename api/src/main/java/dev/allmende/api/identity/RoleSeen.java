package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What Keycloak shows of a role. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the role.")
public record RoleSeen(
        @Describe("Its name.") String name,

        @Describe("Whether it brings other roles along.") boolean composite) {}
