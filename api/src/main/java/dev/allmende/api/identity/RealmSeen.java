package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What Keycloak shows of a realm. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the realm.")
public record RealmSeen(
        @Describe("Its name in addresses.") String name,
        @Describe("Whether anybody can log in.") boolean enabled,

        @Describe("What its tokens name as their issuer.") String issuer) {}
