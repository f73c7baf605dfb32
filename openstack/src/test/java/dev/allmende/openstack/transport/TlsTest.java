package dev.allmende.openstack.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.StubCloud;
import dev.allmende.openstack.config.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private static Path folder;

    private static Certificates made;

    @BeforeAll
    static void make() throws Exception {
        made = new Certificates(folder);
        made.make("good", "RSA", "-ext", "SAN=ip:127.0.0.1");
        made.make("elsewhere", "EC", "-ext", "SAN=dns:cloud.example");
        made.make("expired", "EC", "-ext", "SAN=ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
        made.make("rsa-client", "RSA");
        made.make("ec-client", "EC", "-groupname", "secp256r1");
    }

    private static TlsSettings trusting(String name) throws Exception {
        return new TlsSettings(true, Optional.of(made.certificate(name)), Optional.empty(), Optional.empty());
    }

    private static String login(StubCloud stub, TlsSettings tls) {
        try (var cloud = Clouds.open(stub.config(stub.url() + "/v3", tls, Map.of()), stub.options())) {
            return cloud.token().userName();
        }
    }

    private static AbstractThrowableAssert<?, ?> failure(String server, TlsSettings tls) throws Exception {
        try (var stub = new StubCloud(made.server(server, null))) {
            return assertThatThrownBy(() -> login(stub, tls))
                    .isInstanceOfSatisfying(OpenStackException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.TLS);
                        assertThat(e.getMessage()).doesNotContain("\n");
                        assertThat(stub.pauses()).isEmpty();
                    })
                    .hasMessageStartingWith("cloud 'stub': POST " + stub.url() + "/v3/auth/tokens: ");
        }
    }

    @Test
    void trustsTheAuthorityOfTheSettings() throws Exception {
        try (var stub = new StubCloud(made.server("good", null))) {
            assertThat(login(stub, trusting("good"))).isEqualTo("demo");
        }
    }

    @Test
    void trustsAuthoritiesGivenAsText() throws Exception {
        try (var stub = new StubCloud(made.server("good", null))) {
            var pem = Files.readString(made.certificate("good"));
            assertThat(login(stub, TlsSettings.trusting("a comment\n" + pem))).isEqualTo("demo");
        }
    }

    @Test
    void saysBeforeAnyConnectionThatATextHoldsNoCertificate() throws Exception {
        try (var stub = new StubCloud(made.server("good", null))) {
            assertThatThrownBy(() -> login(stub, TlsSettings.trusting("nothing")))
                    .hasMessage("cloud 'stub': the CA bundle holds no certificate in PEM form");
        }
    }

    @Test
    void trustsAnyoneWhenToldToWhateverTheHostName() throws Exception {
        var blind = new TlsSettings(false, Optional.empty(), Optional.empty(), Optional.empty());
        for (var server : java.util.List.of("good", "elsewhere", "expired")) {
            try (var stub = new StubCloud(made.server(server, null))) {
                assertThat(login(stub, blind)).isEqualTo("demo");
            }
        }
    }

    @Test
    void namesCacertWhenTheAuthorityIsUnknown() throws Exception {
        failure("good", TlsSettings.STANDARD).hasMessageContaining("unknown authority: set cacert in clouds.yaml");
        failure("good", trusting("elsewhere")).hasMessageContainingAll("not signed by an authority in cacert", ".crt");
    }

    @Test
    void namesTheHostWhenTheCertificateIsForAnother() throws Exception {
        failure("elsewhere", trusting("elsewhere"))
                .hasMessageContainingAll("not for host '127.0.0.1'", "use the name in the certificate");
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        failure("expired", trusting("expired")).hasMessageContainingAll("has expired", "must be renewed");
    }

    @Test
    void saysThatAPlainServerSpeaksNoTls() throws Exception {
        try (var stub = new StubCloud();
                var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var caller = plain.accept()) {
                    var hello =
                            caller.getInputStream(); // unread, it would be answered by a reset that takes the answer
                    // along
                    hello.read();
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.shutdownOutput();
                    hello.readAllBytes();
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            var config =
                    stub.config("https://127.0.0.1:" + plain.getLocalPort() + "/v3", TlsSettings.STANDARD, Map.of());
            try (var cloud = Clouds.open(config, stub.options())) {
                assertThatThrownBy(cloud::token)
                        .isInstanceOfSatisfying(
                                OpenStackException.class,
                                e -> assertThat(e.kind()).isEqualTo(Kind.TLS))
                        .hasMessageContaining("does not speak TLS on this port: use http://");
            }
        }
    }

    @Test
    void showsItsOwnCertificateWithAKeyOfAnyForm() throws Exception {
        var rsa = made.pem("rsa1.key", "RSA PRIVATE KEY", inner(made.pkcs8("rsa-client")));
        for (var key : java.util.List.of(made.key("rsa-client"), rsa)) {
            shows("rsa-client", made.certificate("rsa-client"), Optional.of(key));
        }
        var sec1 = made.pem("sec1.key", "EC PRIVATE KEY", named(inner(made.pkcs8("ec-client"))));
        for (var key : java.util.List.of(made.key("ec-client"), sec1)) {
            shows("ec-client", made.certificate("ec-client"), Optional.of(key));
        }
        var both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(made.key("ec-client")) + Files.readString(made.certificate("ec-client")));
        shows("ec-client", both, Optional.empty());
    }

    private static void shows(String client, Path certificate, Optional<Path> key) throws Exception {
        try (var stub = new StubCloud(made.server("good", client), true)) {
            var tls = new TlsSettings(true, Optional.of(made.certificate("good")), Optional.of(certificate), key);
            assertThat(login(stub, tls)).isEqualTo("demo");
        }
    }

    @Test
    void asksForACertificateWhenTheServerWantsOne() throws Exception {
        try (var stub = new StubCloud(made.server("good", "rsa-client"), true)) {
            assertThatThrownBy(() -> login(stub, trusting("good")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TLS))
                    .hasMessageContaining("set cert and key in clouds.yaml");
        }
    }

    @Test
    void namesAFileWhoseCertificateIsBroken() throws Exception {
        var broken = made.pem("broken.pem", "CERTIFICATE", new byte[] {1, 2, 3});
        var tls = new TlsSettings(true, Optional.of(broken), Optional.empty(), Optional.empty());
        try (var stub = new StubCloud(made.server("good", null))) {
            assertThatThrownBy(() -> login(stub, tls))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                    .hasMessageContainingAll("broken.pem", "holds a broken certificate");
        }
    }

    @Test
    void namesAFileThatIsNotThereOrHoldsNoCertificate() throws Exception {
        try (var stub = new StubCloud()) {
            var missing =
                    new TlsSettings(true, Optional.of(folder.resolve("no.pem")), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> login(stub, missing))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                    .hasMessageContainingAll("cacert", "no.pem", "cannot be read");
            var empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
            var none = new TlsSettings(true, Optional.of(empty), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> login(stub, none)).hasMessageContaining("holds no certificate");
            var locked = Files.writeString(folder.resolve("locked.key"), "-----BEGIN ENCRYPTED PRIVATE KEY-----");
            var encrypted = new TlsSettings(
                    true, Optional.empty(), Optional.of(made.certificate("rsa-client")), Optional.of(locked));
            assertThatThrownBy(() -> login(stub, encrypted)).hasMessageContaining("no unencrypted private key");
        }
    }

    /** The key within PKCS#8: what stands in the OCTET STRING that ends it, in PKCS#1 or SEC1 form. */
    private static byte[] inner(byte[] pkcs8) {
        for (var at = 4; at < pkcs8.length - 4; at++) {
            if (pkcs8[at] != 0x04) {
                continue;
            }
            var first = pkcs8[at + 1] & 0xff;
            var header = 2 + (first < 0x80 ? 0 : first & 0x7f);
            var length = first < 0x80
                    ? first
                    : new java.math.BigInteger(1, java.util.Arrays.copyOfRange(pkcs8, at + 2, at + header)).intValue();
            if (at + header + length == pkcs8.length) {
                return java.util.Arrays.copyOfRange(pkcs8, at + header, pkcs8.length);
            }
        }
        throw new IllegalArgumentException("not PKCS#8");
    }

    /** Names the curve P-256 in a SEC1 key, as OpenSSL writes it and the JDK's PKCS#8 leaves out. */
    private static byte[] named(byte[] sec1) {
        byte[] curve = {(byte) 0xa0, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x03, 0x01, 0x07};
        // Without the optional fields: SEQUENCE { INTEGER 1, OCTET STRING of 32 bytes } is 37 bytes of content.
        var content = java.util.Arrays.copyOfRange(sec1, 2, 2 + 37);
        var whole = new java.io.ByteArrayOutputStream();
        whole.write(0x30);
        whole.write(content.length + curve.length);
        whole.writeBytes(content);
        whole.writeBytes(curve);
        return whole.toByteArray();
    }
}
