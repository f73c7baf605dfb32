package dev.allmende.e2e.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A realm of its own in the Keycloak of testbed/keycloak-up, with Carla of the group acme-editors, Vera of acme-viewers and a
 * public client with device flow; docs/guide/sign-in.md says the same settings in words. Tokens end soon and each refresh
 * token is good for one use, so that everything that renews them is seen at work.
 */
final class Realm implements AutoCloseable {

    static final String CLIENT = "allmende-cli";
    static final String PASSWORD = "secret-words";

    private static final URI KEYCLOAK =
            URI.create(System.getenv().getOrDefault("KEYCLOAK_URL", "http://127.0.0.1:18180"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name = "login-" + Long.toHexString(System.nanoTime());
    private final String front;

    /** @param front where the issuer is reached, with TLS */
    Realm(String front) throws IOException, InterruptedException {
        this.front = front;
        var made = send(HttpRequest.newBuilder(KEYCLOAK.resolve("/admin/realms"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json())));
        if (made.statusCode() != 201) {
            throw new IOException("Keycloak made no realm: " + made.statusCode() + " " + made.body());
        }
    }

    static URI keycloak() {
        return KEYCLOAK;
    }

    String issuer() {
        return front + "/realms/" + name;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var login = HttpRequest.newBuilder(KEYCLOAK.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                .build();
        var answer = client.send(login, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(KEYCLOAK + " lets nobody in; start it with testbed/keycloak-up");
        }
        var token =
                new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        return client.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private String json() {
        return """
                {"realm": "%s", "enabled": true, "accessTokenLifespan": 15,
                 "revokeRefreshToken": true, "refreshTokenMaxReuse": 0, "attributes": {"frontendUrl": "%s"},
                 "groups": [{"name": "acme-editors"}, {"name": "acme-viewers"}],
                 "users": [%s, %s],
                 "clients": [{"clientId": "%s", "enabled": true, "publicClient": true, "protocol": "openid-connect",
                   "standardFlowEnabled": false, "directAccessGrantsEnabled": false,
                   "attributes": {"oauth2.device.authorization.grant.enabled": "true",
                     "oauth2.device.polling.interval": "1", "pkce.code.challenge.method": "S256"},
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}]}
                """.formatted(name, front, user("carla", "acme-editors"), user("vera", "acme-viewers"), CLIENT);
    }

    private static String user(String name, String group) {
        return """
                {"username": "%1$s", "enabled": true, "email": "%1$s@example.org", "emailVerified": true,
                 "firstName": "%1$s", "lastName": "X", "groups": ["/%2$s"],
                 "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}
                """.formatted(name, group, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        try {
            send(HttpRequest.newBuilder(KEYCLOAK.resolve("/admin/realms/" + name))
                    .DELETE());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
