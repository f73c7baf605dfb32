package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** Who a user is at an identity provider. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Who the user is at an identity provider.")
public record UserIdentity(
        @Describe("IdentityProvider of this namespace.") ObjectReference providerRef,

        @Describe("The provider's own identifier of the user.") @TextLimits(min = 1, max = 255)
        String userId,

        @Describe("The provider's name of the user.") @TextLimits(min = 1, max = 255)
        String userName) {}
