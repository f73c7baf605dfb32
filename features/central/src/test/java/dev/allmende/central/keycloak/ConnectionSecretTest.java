package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSecretTest {

    private static final URI URL = URI.create("https://id.example.org/auth");

    @Test
    void readsClientCredentials() {
        assertThat(ConnectionSecret.read(
                        "kc",
                        Map.of("url", URL + "\n", "clientId", "robot", "clientSecret", "wort\n", "ca.crt", "PEM")))
                .isEqualTo(new Connection(
                        URL,
                        new Login.ClientCredentials("master", "robot", new Secret("wort")),
                        Optional.of("PEM"),
                        Limits.STANDARD));
    }

    @Test
    void readsAUser() {
        assertThat(ConnectionSecret.read(
                        "kc", Map.of("url", URL.toString(), "username", "a", "password", "wort", "realm", "acme")))
                .isEqualTo(new Connection(
                        URL,
                        new Login.Password("acme", "admin-cli", "a", new Secret("wort")),
                        Optional.empty(),
                        Limits.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.example.org", "ftp://id.example.org", "https://", "https://a b", "https://a?b=c", ":"})
    void anAddressThatIsNoneIsNamedButNotItsSecrets(String url) {
        assertThatThrownBy(
                        () -> ConnectionSecret.read("kc", Map.of("url", url, "clientId", "a", "clientSecret", "wort")))
                .hasMessageContainingAll("Secret 'kc'", "'url'")
                .hasMessageNotContaining("wort");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> ConnectionSecret.read("kc", Map.of("url", URL.toString(), "username", "a")))
                .hasMessageContainingAll("Secret 'kc'", "'password'");
        assertThatThrownBy(() -> ConnectionSecret.read("kc", Map.of("url", URL.toString())))
                .hasMessageContaining("'clientId'");
        assertThatThrownBy(() -> ConnectionSecret.read("kc", Map.of("clientId", "x")))
                .hasMessageContaining("'url'");
    }
}
