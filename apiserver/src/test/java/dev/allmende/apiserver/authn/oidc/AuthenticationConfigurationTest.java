package dev.allmende.apiserver.authn.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.allmende.apiserver.authn.oidc.AuthenticationConfiguration.Entry;
import dev.allmende.apiserver.authn.oidc.OidcIssuer.Claim;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticationConfigurationTest {

    private static List<Entry> parse(String more) throws IOException {
        var text = """
                apiVersion: apiserver.config.k8s.io/v1
                kind: AuthenticationConfiguration
                jwt:
                - issuer:
                    url: https://keycloak.example/realms/scs
                    discoveryURL: https://inside.example/openid
                    audiences: [allmende, cli]
                    certificateAuthority: PEM
                  claimMappings:
                    username: {claim: preferred_username, prefix: "kc:"}
                    groups: {claim: groups, prefix: "kc:"}
                  claimValidationRules:
                  - {claim: hd, requiredValue: example.com}
                """ + more;
        return AuthenticationConfiguration.parse(new ObjectMapper(new YAMLFactory()).readTree(text));
    }

    @Test
    void readsKubernetesFile() throws IOException {
        var entry = parse("").getFirst();

        assertThat(entry.authorityPem()).isEqualTo("PEM");
        var issuer = entry.issuer();
        assertThat(issuer.url()).isEqualTo("https://keycloak.example/realms/scs");
        assertThat(issuer.discovery()).contains(URI.create("https://inside.example/openid"));
        assertThat(issuer.audiences()).containsExactly("allmende", "cli");
        assertThat(issuer.username()).isEqualTo(new Claim("preferred_username", "kc:"));
        assertThat(issuer.groups()).isEqualTo(Optional.of(new Claim("groups", "kc:")));
        assertThat(issuer.requiredClaims()).isEqualTo(Map.of("hd", "example.com"));
    }

    @Test
    void refusesRulesThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> parse("  - {expression: 'true'}\n"))
                .hasMessage("jwt[0].claimValidationRules[1].expression: is not supported here; "
                        + "use claim, prefix and requiredValue");
        assertThatThrownBy(() -> parse("  userValidationRules:\n  - {expression: 'true'}\n"))
                .hasMessageStartingWith("jwt[0].userValidationRules: is not supported here");
    }
}
