package dev.allmende.apiserver.authn.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.authn.jwt.PublicKeys;
import dev.allmende.apiserver.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kubernetes' file of issuers (apiserver.config.k8s.io, AuthenticationConfiguration): {@code jwt} with issuer, audiences,
 * certificateAuthority, claimMappings by claim and prefix, claimValidationRules by claim and value. Expressions in CEL are
 * refused rather than passed over: a rule that is not understood must not let anybody in.
 */
public final class AuthenticationConfiguration {

    private AuthenticationConfiguration() {}

    /** @param authorityPem whose certificates the issuer's server may have; empty for the public authorities */
    public record Entry(OidcIssuer issuer, String authorityPem) {}

    /** @throws IllegalArgumentException naming the field and what is wrong there */
    public static List<Entry> parse(JsonNode configuration) {
        if (!Json.string(configuration, "kind").equals("AuthenticationConfiguration")) {
            throw new IllegalArgumentException(
                    "authentication configuration: expected kind AuthenticationConfiguration");
        }
        var entries = new ArrayList<Entry>();
        for (var jwt : configuration.path("jwt")) {
            entries.add(entry(jwt, "jwt[%d]".formatted(entries.size())));
        }
        return List.copyOf(entries);
    }

    private static Entry entry(JsonNode jwt, String where) {
        absent(jwt, where, "userValidationRules");
        var issuer = jwt.path("issuer");
        var audiences = new ArrayList<String>();
        issuer.path("audiences").forEach(audience -> audiences.add(audience.asText()));
        var discovery = Json.string(issuer, "discoveryURL");
        var mappings = jwt.path("claimMappings");
        absent(mappings, where + ".claimMappings", "uid", "extra");
        var username = claim(mappings.path("username"), where + ".claimMappings.username")
                .orElseThrow(() ->
                        new IllegalArgumentException("%s.claimMappings.username: a claim is needed".formatted(where)));
        return new Entry(
                new OidcIssuer(
                        Json.string(issuer, "url"),
                        discovery.isEmpty() ? Optional.empty() : Optional.of(URI.create(discovery)),
                        audiences,
                        username,
                        claim(mappings.path("groups"), where + ".claimMappings.groups"),
                        required(jwt.path("claimValidationRules"), where + ".claimValidationRules"),
                        PublicKeys.ALGORITHMS,
                        OidcIssuer.USUAL_SKEW),
                Json.string(issuer, "certificateAuthority"));
    }

    private static Optional<OidcIssuer.Claim> claim(JsonNode mapping, String where) {
        absent(mapping, where, "expression");
        var name = Json.string(mapping, "claim");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new OidcIssuer.Claim(name, Json.string(mapping, "prefix")));
    }

    private static Map<String, String> required(JsonNode rules, String where) {
        var required = new HashMap<String, String>();
        for (var rule : rules) {
            absent(rule, "%s[%d]".formatted(where, required.size()), "expression");
            required.put(Json.string(rule, "claim"), Json.string(rule, "requiredValue"));
        }
        return required;
    }

    private static void absent(JsonNode node, String where, String... fields) {
        for (var field : fields) {
            if (!node.path(field).isEmpty() || node.path(field).isTextual()) {
                throw new IllegalArgumentException(
                        "%s.%s: is not supported here; use claim, prefix and requiredValue".formatted(where, field));
            }
        }
    }
}
