package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/**
 * A password from the key {@code password} of a Secret.
 *
 * @param temporary null for yes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A password from a Secret.")
public record UserPassword(
        @Describe("Secret of this namespace with the key password.")
        SecretReference secretRef,

        @Describe("Whether the user must choose another at the next log-in; without it that is so.") @Nullable
        Boolean temporary) {}
