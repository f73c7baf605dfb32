package dev.allmende.central.identity.user;

import dev.allmende.central.identity.NameRef;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * A password from the key {@code password} of a Secret.
 *
 * @param temporary whether the user must choose another at the next log-in; absent: yes
 */
public record UserPassword(
        @Required NameRef secretRef, @Nullable Boolean temporary) {}
