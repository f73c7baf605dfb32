package dev.allmende.apiserver.authn.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.TlsContexts;
import dev.allmende.apiserver.tls.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An issuer over HTTPS that can change its keys and be down. */
public final class TestIssuer implements AutoCloseable {

    final CertificateAuthority authority;
    final AtomicInteger keyFetches = new AtomicInteger();
    volatile List<JWK> keys = List.of();
    volatile boolean down;
    volatile String claimedIssuer;
    private final HttpsServer server;

    public TestIssuer(Path folder) throws IOException {
        authority = CertificateAuthority.open(folder, InstantSource.system(), new SecureRandom());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.setHttpsConfigurator(
                new HttpsConfigurator(TlsContexts.server(authority.kept("server", Wanted.Server.local(List.of())))));
        claimedIssuer = url();
        server.createContext("/realm/.well-known/openid-configuration", exchange -> {
            var document = Json.object().put("issuer", claimedIssuer).put("jwks_uri", url() + "/keys");
            answer(exchange, Json.text(document));
        });
        server.createContext("/realm/keys", exchange -> {
            keyFetches.incrementAndGet();
            answer(exchange, new JWKSet(keys).toString(true));
        });
        server.start();
    }

    public void reset(JWK key) {
        keys = List.of(key);
        down = false;
        claimedIssuer = url();
        keyFetches.set(0);
    }

    public String url() {
        return "https://localhost:%d/realm".formatted(server.getAddress().getPort());
    }

    public SSLContext trust() {
        return TlsContexts.client(List.of(authority.certificate()));
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(down ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public ObjectNode claims(Instant now) {
        return Json.object()
                .put("iss", url())
                .put("sub", "eve")
                .put("aud", "allmende")
                .put("exp", now.getEpochSecond() + 300)
                .put("iat", now.getEpochSecond());
    }

    public static String sign(JWK key, JWSAlgorithm algorithm, ObjectNode claims) throws JOSEException {
        JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
        return sign(
                signer, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    static String sign(JWSSigner signer, JWSHeader header, ObjectNode claims) throws JOSEException {
        var text = header.toBase64URL() + "." + Base64URL.encode(Json.write(claims));
        return text + "." + signer.sign(header, text.getBytes(StandardCharsets.US_ASCII));
    }

    static String unsigned(Map<String, Object> header, ObjectNode claims) {
        return Base64URL.encode(Json.write(Json.MAPPER.valueToTree(header))) + "."
                + Base64URL.encode(Json.write(claims)) + ".";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
