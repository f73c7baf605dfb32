package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A client of a realm. What is empty is left to the server.
 *
 * @param clientId the public name
 * @param protocol {@code openid-connect} or {@code saml}
 * @param publicClient one without a secret: a program on the user's own machine, a page
 * @param flows the ways it may log people and itself in
 * @param scopes what tokens of the client carry
 * @param serviceAccountRoles those that the client itself has, all of them; empty leaves them to others
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
        Map<String, String> attributes,
        Scopes scopes,
        Optional<Set<RoleName>> serviceAccountRoles)
        implements Wanted {

    /**
     * What tokens of the client carry. What is empty is left to others, what is not is all of it.
     *
     * @param standard names of scopes that always apply
     * @param optional names of scopes that a login may ask for
     */
    public record Scopes(
            Optional<Set<String>> standard, Optional<Set<String>> optional, Optional<List<WantedMapper>> mappers) {
        public static final Scopes UNSAID = new Scopes(Optional.empty(), Optional.empty(), Optional.empty());
    }

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
