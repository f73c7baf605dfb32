package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What Keycloak shows of an identity provider. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the identity provider.")
public record IdentityProviderSeen(
        @Describe("Its name in addresses.") String alias,
        @Describe("Whether it is offered.") boolean enabled,

        @Describe("Version of the Secret that the client secret was taken from last.") @Nullable
        String secretVersion) {}
