package dev.allmende.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.junit.FakePeer;
import dev.allmende.peer.junit.FakePeer.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    @Test
    void trustsTheGivenAuthorityAndNoOther() throws Exception {
        var server = keys("server", "-ext", "san=ip:127.0.0.1");
        try (var peer = new FakePeer(Optional.of(context(server, "server")), seen -> Said.of(200, "gut"))) {
            var bundle = "# a comment\n" + pem(server, "server") + pem(keys("other"), "other");
            try (var wire = new Wire("peer", Optional.of(bundle), Limits.STANDARD)) {
                assertThat(wire.send(ask(peer)).text()).isEqualTo("gut");
            }
            for (var authorities : List.of(Optional.of(pem(keys("third"), "third")), Optional.<String>empty())) {
                try (var wire = new Wire("peer", authorities, Limits.STANDARD)) {
                    assertThatThrownBy(() -> wire.send(ask(peer)))
                            .isInstanceOfSatisfying(
                                    PeerException.class,
                                    e -> assertThat(e.kind()).isEqualTo(Kind.TLS))
                            .hasMessageContainingAll("peer: GET /a", "TLS failed", "ca.crt");
                }
            }
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        var server = keys("elsewhere", "-ext", "san=dns:elsewhere.example.org");
        try (var peer = new FakePeer(Optional.of(context(server, "elsewhere")), seen -> Said.of(200, "gut"));
                var wire = new Wire("peer", Optional.of(pem(server, "elsewhere")), Limits.STANDARD)) {
            assertThatThrownBy(() -> wire.send(ask(peer)))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TLS));
        }
    }

    @Test
    void aBundleWithoutACertificateIsToldWhenItIsSet() {
        for (var text : List.of("", "geheimnis", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")) {
            assertThatThrownBy(() -> new Wire("peer", Optional.of(text), Limits.STANDARD))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TLS))
                    .hasMessageContainingAll("peer", "ca.crt", "PEM")
                    .hasMessageNotContaining("geheimnis");
        }
    }

    @Test
    void aBrokenConnectionIsPassing() {
        try (var peer = new FakePeer(seen -> Said.of(200, ""));
                var wire = new Wire("peer", Optional.empty(), Limits.STANDARD)) {
            peer.fail("POST /a", exchange -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(1);
                throw new IOException("cut off");
            });
            // Not a GET, which the JDK's client would send again by itself.
            var ask = new Ask("POST", peer.uri().resolve("/a"), Map.of(), new byte[0]);
            assertThatThrownBy(() -> wire.send(ask))
                    .isInstanceOfSatisfying(
                            PeerException.class,
                            e -> assertThat(e.isTransient()).isTrue());
        }
    }

    private static Ask ask(FakePeer peer) {
        return new Ask("GET", peer.uri().resolve("/a?secret=1"), Map.of(), new byte[0]);
    }

    private static KeyStore keys(String name, String... further) throws Exception {
        var store = folder.resolve(name + ".p12");
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name));
        command.addAll(List.of("-dname", "CN=" + name, "-keyalg", "EC", "-keystore", store.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of(further));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
                .isTrue();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private static SSLContext context(KeyStore store, String name) throws Exception {
        assertThat(store.containsAlias(name)).isTrue();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(KeyStore store, String name) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(store.getCertificate(name).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
