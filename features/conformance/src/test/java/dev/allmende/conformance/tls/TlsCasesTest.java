package dev.allmende.conformance.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.Verdict;
import dev.allmende.openstack.identity.CatalogEntry;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCasesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private @Nullable Path folder;

    @Test
    void seesVersionsWeakSuitesAndTheCertificateOfARealServer() throws Exception {
        try (var server = server("TLSv1.2", "TLSv1.3")) {
            var found = new Handshakes("localhost", server.getLocalPort(), LIMIT).all();

            assertThat(found.versions()).containsExactly("TLSv1.2", "TLSv1.3");
            assertThat(found.weakSuite())
                    .hasValueSatisfying(suite -> assertThat(suite).startsWith("ECDHE_RSA_AES_"));
            var certificate = found.certificate().orElseThrow();
            assertThat(certificate.forThisHost()).isTrue();
            assertThat(certificate.bits()).isEqualTo(2048);
            var findings = judge("allmende-scs-0125-certificate", found);
            assertThat(findings)
                    .singleElement()
                    .extracting(Finding::found)
                    .asString()
                    .contains("lives for 400 days");
            assertThat(judge("allmende-scs-0125-protocol", found)).hasSize(1);
        }
    }

    @Test
    void aServerOfTls13OnlyHasNoWeakSuite() throws Exception {
        try (var server = server("TLSv1.3")) {
            var found = new Handshakes("localhost", server.getLocalPort(), LIMIT).all();

            assertThat(found.versions()).containsExactly("TLSv1.3");
            assertThat(found.weakSuite()).isEmpty();
            assertThat(judge("allmende-scs-0125-protocol", found)).isEmpty();
        }
    }

    @Test
    void seesThatAServerStillAcceptsTls10() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerEveryHelloWithTls10(server));

            var found = new Handshakes("localhost", server.getLocalPort(), LIMIT).all();

            assertThat(found.versions()).containsExactly("TLSv1.0");
            assertThat(judge("allmende-scs-0125-protocol", found))
                    .extracting(Finding::found)
                    .containsExactly("accepts TLSv1.0", "accepts neither TLS 1.2 nor 1.3");
        }
    }

    @Test
    void plainHttpFailsAndWhatIsNotReachedIsUndecided() {
        var http =
                new EndpointTls(List.of("compute"), "http://a:80", "", List.of(), Optional.empty(), Optional.empty());
        var silent = new EndpointTls(
                List.of("image"), "https://b:443", "Connection refused", List.of(), Optional.empty(), Optional.empty());

        assertThat(verdict("allmende-scs-0125-https", http, silent)).isEqualTo(Verdict.FAIL);
        assertThat(verdict("allmende-scs-0125-protocol", silent)).isEqualTo(Verdict.ABORT);
        assertThat(verdict("allmende-scs-0125-certificate", http)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void looksAtEachPublicAddressOfTheRegionOnce() {
        var catalog = List.of(
                entry("compute", "public", "R1", "https://api.example.org:8774/v2.1/%(project_id)s"),
                entry("image", "public", "R1", "https://API.example.org:8774"),
                entry("network", "internal", "R1", "http://10.0.0.1:9696"),
                entry("volumev3", "public", "R2", "https://other.example.org"));

        assertThat(PublicEndpoints.addresses(catalog, "R1").toString())
                .isEqualTo("{https://api.example.org:8774=[compute, image]}");
        assertThat(PublicEndpoints.addresses(catalog, "")).containsKey("https://other.example.org:443");
    }

    @Test
    void aStarStandsForOneLabel() {
        assertThat(Handshakes.covers("*.example.org", "api.example.org")).isTrue();
        assertThat(Handshakes.covers("*.example.org", "a.b.example.org")).isFalse();
        assertThat(Handshakes.covers("*.example.org", "example.org")).isFalse();
        assertThat(Handshakes.covers("API.example.org", "api.example.org")).isTrue();
    }

    private static List<Finding> judge(String id, Handshakes.Found found) {
        return judgement(id, endpoint(found)).findings();
    }

    private static EndpointTls endpoint(Handshakes.Found found) {
        return new EndpointTls(
                List.of("identity"),
                "https://localhost:1",
                "",
                found.versions(),
                found.weakSuite(),
                found.certificate());
    }

    private static Verdict verdict(String id, EndpointTls... endpoints) {
        return judgement(id, endpoints).verdict();
    }

    private static Judgement judgement(String id, EndpointTls... endpoints) {
        var testCases =
                TlsCases.all().stream().filter(each -> each.id().equals(id)).toList();
        var facts = new Facts() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Known<T> of(Input<T> input) {
                return new Known.Seen<>((T) List.of(endpoints));
            }
        };
        return testCases.getFirst().judge().judge(facts, new Rules(Mode.STRICT, Instant.now()));
    }

    private static CatalogEntry entry(String type, String interfaceName, String region, String url) {
        return new CatalogEntry("id", type, type, List.of(new CatalogEntry.Endpoint(interfaceName, region, url)));
    }

    private SSLServerSocket server(String... versions)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = Objects.requireNonNull(folder).resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "for-a-test",
                        "-alias",
                        "a",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "400",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "for-a-test".toCharArray());
        }
        var factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, "for-a-test".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(versions);
        Thread.ofVirtual().start(() -> shakeHands(server));
        return server;
    }

    private static void shakeHands(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
            } catch (IOException refusedOrOver) {
                // The next client may fare better.
            }
        }
    }

    private static void answerEveryHelloWithTls10(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.getInputStream().read(new byte[1024]);
                var out = new DataOutputStream(socket.getOutputStream());
                out.write(new byte[] {22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1});
                out.write(new byte[32]);
                out.write(new byte[] {0, 0x00, 0x2F, 0});
                out.flush();
            } catch (IOException over) {
                // The next client may fare better.
            }
        }
    }
}
