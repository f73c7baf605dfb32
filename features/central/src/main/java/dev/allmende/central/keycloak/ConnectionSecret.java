package dev.allmende.central.keycloak;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a connection from the data of a Kubernetes Secret. Keys: {@code url}; {@code clientId} with {@code clientSecret}, or
 * {@code username} with {@code password}; if wanted {@code realm} (of the login, else master) and {@code ca.crt}.
 */
public final class ConnectionSecret {

    private final String name;
    private final Map<String, String> data;

    private ConnectionSecret(String name, Map<String, String> data) {
        this.name = name;
        this.data = data;
    }

    /**
     * @param name of the Secret, for messages
     * @param data decoded
     * @throws PeerException of kind UNAUTHORIZED naming the key that is missing or wrong
     */
    public static Connection read(String name, Map<String, String> data) {
        return new ConnectionSecret(name, data).connection();
    }

    private Connection connection() {
        var authorities = Optional.ofNullable(data.get("ca.crt")).filter(text -> !text.isBlank());
        return new Connection(url(), login(), authorities, Limits.STANDARD);
    }

    private URI url() {
        var text = needed("url");
        try {
            var url = URI.create(text);
            if (url.getHost() != null && text.matches("https?://.*") && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below, as every other text that is no address.
        }
        throw wrong("its key 'url' is no address as https://id.example.org: mend it");
    }

    private Login login() {
        var realm = found("realm").orElse("master");
        var user = found("username");
        if (user.isPresent()) {
            var client = found("clientId").orElse("admin-cli");
            return new Login.Password(realm, client, user.get(), new Secret(needed("password")));
        }
        return new Login.ClientCredentials(realm, needed("clientId"), new Secret(needed("clientSecret")));
    }

    private String needed(String key) {
        return found(key)
                .orElseThrow(() -> wrong("it lacks the key '" + key + "': give url, and clientId with clientSecret or"
                        + " username with password"));
    }

    /** Files end in a line break, and Secrets are made of files. */
    private Optional<String> found(String key) {
        return Optional.ofNullable(data.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private PeerException wrong(String what) {
        return new PeerException(Kind.UNAUTHORIZED, 0, "Secret '" + name + "': " + what);
    }
}
