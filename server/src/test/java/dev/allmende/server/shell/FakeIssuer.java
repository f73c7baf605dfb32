package dev.allmende.server.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Query;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** An OpenID Connect issuer that lets everybody in as Carla and checks what a careful one checks. */
final class FakeIssuer implements AutoCloseable {

    static final String CLIENT = "allmende";
    static final String SECRET = "s3cret: with colon";

    private final HttpsServer server;
    private final ECKey key;
    private final LocalTls tls;
    private final Map<String, Query> codes = new ConcurrentHashMap<>();

    /** What a test changes of the token's claims. */
    volatile Consumer<ObjectNode> twist = claims -> {};

    FakeIssuer(Path folder) throws IOException, GeneralSecurityException, JOSEException {
        tls = new LocalTls(folder);
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        server = tls.server();
        server.createContext("/.well-known/openid-configuration", call -> answer(call, 200, configuration()));
        server.createContext(
                "/keys",
                call -> answer(call, 200, "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}"));
        server.createContext("/token", this::token);
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    SSLContext trust() {
        return tls.trust();
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","token_endpoint_auth_methods_supported":["client_secret_basic"]}
                """.formatted(url());
    }

    /** What the issuer does when Carla has signed in there: the address to send her browser back to. */
    String letIn(String authorization) {
        var asked = Query.parse(URI.create(authorization).getRawQuery());
        var code = "code-" + codes.size();
        codes.put(code, asked);
        var back = URI.create(asked.text("redirect_uri"));
        return back.getPath() + "?code=" + code + "&state=" + asked.text("state");
    }

    private void token(HttpExchange call) throws IOException {
        var sent = Query.parse(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(sent.text("code"));
        try {
            boolean good = asked != null
                    && sent.text("grant_type").equals("authorization_code")
                    && sent.text("redirect_uri").equals(asked.text("redirect_uri"))
                    && asked.text("code_challenge_method").equals("S256")
                    && challenge(sent.text("code_verifier")).equals(asked.text("code_challenge"))
                    && basic().equals(call.getRequestHeaders().getFirst("Authorization"));
            if (asked == null || !good) {
                answer(call, 400, "{\"error\":\"invalid_grant\"}");
            } else {
                answer(call, 200, "{\"id_token\":\"" + idToken(asked.text("nonce")) + "\"}");
            }
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":s3cret%3A+with+colon").getBytes(StandardCharsets.US_ASCII));
    }

    static String challenge(String verifier) throws GeneralSecurityException {
        var sum = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    }

    private String idToken(String nonce) throws JOSEException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        var claims = Json.object()
                .put("iss", url())
                .put("aud", CLIENT)
                .put("sub", "4711")
                .put("preferred_username", "carla")
                .put("nonce", nonce)
                .put("iat", now)
                .put("exp", now + 300);
        claims.putArray("groups").add("team");
        twist.accept(claims);
        var token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), new Payload(Json.text(claims)));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    static void answer(HttpExchange call, int code, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(code, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
