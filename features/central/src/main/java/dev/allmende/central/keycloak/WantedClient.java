package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client of a realm. What is empty is left to the server.
 *
 * @param clientId the public name
 * @param protocol {@code openid-connect} or {@code saml}
 * @param publicClient one without a secret: a program on the user's own machine, a page
 * @param flows the ways it may log people and itself in
 * @param redirectUris where a login may lead back to; a last {@code *} stands for anything
 */
public record WantedClient(
        String clientId,
        Optional<String> displayName,
        Optional<String> description,
        boolean enabled,
        String protocol,
        boolean publicClient,
        Flows flows,
        Optional<String> rootUrl,
        Optional<String> baseUrl,
        Optional<List<String>> redirectUris,
        Optional<List<String>> webOrigins,
        Map<String, String> attributes)
        implements Wanted {

    /**
     * Which ways of a login are open.
     *
     * @param device for programs without a browser (RFC 8628)
     * @param pkce {@code S256} to demand it of each login (RFC 7636)
     */
    public record Flows(
            boolean standard, boolean direct, boolean serviceAccount, boolean device, Optional<String> pkce) {

        public static final Flows STANDARD = new Flows(true, false, false, false, Optional.empty());
    }

    @Override
    public String name() {
        return clientId;
    }

    @Override
    public ObjectNode tree() {
        var further = new HashMap<>(attributes);
        further.put("oauth2.device.authorization.grant.enabled", String.valueOf(flows.device()));
        flows.pkce().ifPresent(method -> further.put("pkce.code.challenge.method", method));
        return new Fields()
                .text("clientId", clientId)
                .text("name", displayName)
                .text("description", description)
                .flag("enabled", enabled)
                .text("protocol", protocol)
                .flag("publicClient", publicClient)
                .flag("standardFlowEnabled", flows.standard())
                .flag("directAccessGrantsEnabled", flows.direct())
                .flag("serviceAccountsEnabled", flows.serviceAccount())
                .text("rootUrl", rootUrl)
                .text("baseUrl", baseUrl)
                .texts("redirectUris", redirectUris)
                .texts("webOrigins", webOrigins)
                .map("attributes", further)
                .tree();
    }
}
