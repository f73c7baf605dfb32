package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What Keycloak shows of a user. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the user.")
public record UserSeen(
        @Describe("Name to log in with.") String username,
        @Describe("Whether the user can log in.") boolean enabled,

        @Describe("Version of the Secret that the password was taken from last.") @Nullable
        String passwordVersion) {}
