package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What Keycloak shows of a client. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the client.")
public record ClientSeen(
        @Describe("Its public name.") String clientId,
        @Describe("Whether anybody can log in to it.") boolean enabled,

        @Describe("The rotation that its secret is of.") @Nullable
        String rotation) {}
