package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * A role by its name in Keycloak; the built-in ones have no objects.
 *
 * @param client null for a role of the realm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A role by its name in Keycloak.")
public record RoleReference(
        @Describe("clientId of the client that it belongs to, such as 'realm-management'; otherwise it is the realm's.")
        @TextLimits(min = 1, max = 255)
        @Nullable
        String client,

        @Describe("Its name.") @TextLimits(min = 1, max = 255)
        String name) {}
