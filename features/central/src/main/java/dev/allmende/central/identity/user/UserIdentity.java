package dev.allmende.central.identity.user;

import dev.allmende.central.identity.NameRef;
import io.fabric8.generator.annotation.Required;

/** Who a user is at an identity provider: the provider's own id and name of the user. */
public record UserIdentity(
        @Required NameRef providerRef,
        @Required String userId,
        @Required String userName) {}
