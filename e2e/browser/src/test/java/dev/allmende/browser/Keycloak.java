package dev.allmende.browser;

import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The real Keycloak of the test bed, with TLS, and a realm that has Carla of group team and a client for one server. */
final class Keycloak implements AutoCloseable {

    static final String SECRET = "a secret: with colon";
    static final String PASSWORD = "secret-words";

    private static final Path TESTBED =
            Path.of(System.getProperty("allmende.root", "../..")).resolve("testbed");
    private static final Path STATE = Path.of("/var/tmp/allmende-testbed/browser");

    private final int port = freePort();
    private final String realm = "cloud-" + port;
    final Path authority;

    /** @param client where browsers reach the server that people sign in to */
    Keycloak(Path folder, String client) throws IOException, InterruptedException {
        CertificateAuthority.open(folder, Clock.systemUTC(), new SecureRandom())
                .kept("server", Wanted.Server.local(List.of()));
        authority = folder.resolve("ca.crt");
        var export = Files.writeString(folder.resolve(realm + ".json"), realm(client));
        run(
                "keycloak-up",
                Map.of(
                        "KEYCLOAK_PORT", Integer.toString(freePort()),
                        "KEYCLOAK_MGMT_PORT", Integer.toString(freePort()),
                        "KEYCLOAK_HTTPS_PORT", Integer.toString(port),
                        "KEYCLOAK_CERTIFICATE", folder.resolve("server.crt").toString(),
                        "KEYCLOAK_CERTIFICATE_KEY", folder.resolve("server.key").toString(),
                        "KEYCLOAK_IMPORT", export.toString()));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "https://127.0.0.1:" + port + "/realms/" + realm;
    }

    private String realm(String client) {
        return """
                {"realm": "%s", "enabled": true, "groups": [{"name": "team"}],
                 "users": [{"username": "carla", "enabled": true, "email": "carla@example.org", "emailVerified": true,
                   "firstName": "Carla", "lastName": "C", "groups": ["/team"],
                   "credentials": [{"type": "password", "value": "%s", "temporary": false}]}],
                 "clients": [{"clientId": "allmende", "enabled": true, "protocol": "openid-connect", "secret": "%s",
                   "standardFlowEnabled": true, "redirectUris": ["%s/ui/oidc/callback"],
                   "attributes": {"pkce.code.challenge.method": "S256"},
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}]}
                """.formatted(realm, PASSWORD, SECRET, client);
    }

    private static void run(String script, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        var log = Path.of("target", script + ".log");
        var command = new java.util.ArrayList<>(List.of(TESTBED.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().putAll(variables);
        process.environment().put("TESTBED_STATE", STATE.toString());
        if (process.start().waitFor() != 0) {
            throw new IOException(script + " failed; see " + log.toAbsolutePath());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("keycloak-down", Map.of(), "--wipe");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
