package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One mapper of a client (what a token carries) or of an identity provider (what a login brings along).
 *
 * @param name unique among its siblings
 * @param type Keycloak's name of it, as {@code oidc-usermodel-attribute-mapper}
 * @param place the other field that a new one needs: {@code protocol}, or {@code identityProviderAlias}
 */
public record WantedMapper(String name, String type, Map<String, String> place, Map<String, String> config)
        implements Wanted {

    /** Of a client that speaks OpenID Connect or SAML. */
    public static WantedMapper ofClient(String protocol, String name, String type, Map<String, String> config) {
        return new WantedMapper(name, type, Map.of("protocol", protocol, "protocolMapper", type), config);
    }

    public static WantedMapper ofProvider(String alias, String name, String type, Map<String, String> config) {
        return new WantedMapper(
                name, type, Map.of("identityProviderAlias", alias, "identityProviderMapper", type), config);
    }

    @Override
    public ObjectNode tree() {
        var fields = new Fields().text("name", name);
        place.forEach(fields::text);
        return fields.map("config", config).tree();
    }
}
