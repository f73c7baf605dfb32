package dev.allmende.central.identity;

import io.fabric8.generator.annotation.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapper of a client or an identity provider.
 *
 * @param type Keycloak's name of it, as {@code oidc-usermodel-attribute-mapper}
 * @param config in Keycloak's names
 */
public record Mapper(
        @Required String name,
        @Required String type,
        @Nullable Map<String, String> config) {}
