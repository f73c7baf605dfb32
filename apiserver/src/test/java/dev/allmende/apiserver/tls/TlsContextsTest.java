package dev.allmende.apiserver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.authn.ClientCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes between a server and clients with all sorts of certificates. */
class TlsContextsTest {

    @TempDir
    Path folder;

    private CertificateAuthority authority;
    private CertificateAuthority stranger;
    private HttpsServer server;

    @BeforeEach
    void serveWhoAsks() throws IOException {
        authority = CertificateAuthority.open(folder.resolve("own"), InstantSource.system(), new SecureRandom());
        stranger = CertificateAuthority.open(folder.resolve("other"), InstantSource.system(), new SecureRandom());
        var own = authority.kept("server", Wanted.Server.local(List.of()));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TlsContexts.server(own, authority.certificate())) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        var certificates = new ClientCertificates(List.of(authority.certificate()), InstantSource.system());
        server.createContext("/", exchange -> {
            var answer = who((HttpsExchange) exchange, certificates).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private static String who(HttpsExchange exchange, ClientCertificates certificates) {
        try {
            var chain = Arrays.stream(exchange.getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
            return switch (certificates.judge(chain)) {
                case ClientCertificates.Known known ->
                    known.user().name() + known.user().groups();
                case ClientCertificates.Refused _ -> "refused";
                case ClientCertificates.Nameless _ -> "nameless";
            };
        } catch (SSLPeerUnverifiedException e) {
            return "none";
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String ask(SSLContext context) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            var address = URI.create(
                    "https://localhost:%d/".formatted(server.getAddress().getPort()));
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void aClientOfTheAuthorityIsKnown() throws Exception {
        var identity = authority.issue(new Wanted.Client("eve", List.of("dev", "ops")));

        assertThat(ask(TlsContexts.client(identity, List.of(authority.certificate()))))
                .isEqualTo("eve[dev, ops]");
    }

    @Test
    void aClientOfAnotherAuthorityIsHeardAndRefused() throws Exception {
        var identity = stranger.issue(Wanted.Client.ADMIN);

        // A server that names its authorities is not offered other certificates: the client then comes without one.
        assertThat(ask(TlsContexts.client(identity, List.of(authority.certificate()))))
                .isIn("refused", "none");
    }

    @Test
    void aServersCertificateIsNoneForAClient() throws Exception {
        var identity = authority.issue(Wanted.Server.local(List.of()));

        assertThat(ask(TlsContexts.client(identity, List.of(authority.certificate()))))
                .isEqualTo("refused");
    }

    @Test
    void aClientWithoutACertificateIsServed() throws Exception {
        assertThat(ask(TlsContexts.client(List.of(authority.certificate())))).isEqualTo("none");
    }

    @Test
    void aClientThatTrustsAnotherAuthorityGoesAway() {
        assertThatThrownBy(() -> ask(TlsContexts.client(List.of(stranger.certificate()))))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void theServersTrustIsForTheServersSideOnly() {
        var chain = new X509Certificate[] {stranger.certificate()};

        assertThatThrownBy(() -> TlsContexts.asksOnly(List.of()).checkServerTrusted(chain, "EC"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anIdentityFitsIntoAKeyStore() throws Exception {
        var password = "secret".toCharArray();
        var identity = authority.issue(Wanted.Client.ADMIN);

        KeyStore store = identity.keyStore(password);

        assertThat(store.getKey("own", password)).isEqualTo(identity.key());
        assertThat(identity)
                .asString()
                .doesNotContain("PRIVATE")
                .isEqualTo("Identity[CN=allmende-admin, O=system:masters]");
    }
}
