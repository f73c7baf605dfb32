package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another place that people of the realm may log in at.
 *
 * @param alias in addresses; cannot be changed
 * @param type Keycloak's {@code providerId}: oidc, saml, github, ...
 * @param config in Keycloak's names, without the secret
 * @param clientSecret what we show to that place; Keycloak never gives it back, so it is no part of a comparison
 * @param mappers what a login brings along, all of it; empty leaves it to others
 */
public record WantedProvider(
        String alias,
        String type,
        Optional<String> displayName,
        boolean enabled,
        Optional<Boolean> trustEmail,
        Optional<Boolean> storeToken,
        Optional<Boolean> linkOnly,
        Map<String, String> config,
        Optional<Secret> clientSecret,
        Optional<List<WantedMapper>> mappers)
        implements Wanted {

    @Override
    public String name() {
        return alias;
    }

    @Override
    public ObjectNode tree() {
        var tree = new Fields()
                .text("alias", alias)
                .text("providerId", type)
                .text("displayName", displayName)
                .flag("enabled", enabled)
                .flag("trustEmail", trustEmail)
                .flag("storeToken", storeToken)
                .flag("linkOnly", linkOnly)
                .map("config", config)
                .tree();
        clientSecret.ifPresent(secret -> tree.withObject("/config").put("clientSecret", secret.reveal()));
        return tree;
    }
}
