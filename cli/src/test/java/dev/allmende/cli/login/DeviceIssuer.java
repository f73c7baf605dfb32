package dev.allmende.cli.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.request.Query;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import dev.allmende.openstack.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** An OpenID Connect issuer with a device flow, on a free port, with TLS. The person's doings come from a script. */
public final class DeviceIssuer implements AutoCloseable {

    public static final String CLIENT = "allmende-cli";

    /** What the token endpoint is to do when it is asked; {@code agree} is what it does when the script is at its end. */
    public interface Doing {
        void with(HttpExchange call, Query form) throws IOException;
    }

    /** A request of ours. */
    public record Asked(String path, Query form, String authorization) {}

    public final Path authority;
    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Answers to the next questions of the device flow. */
    public final Deque<Doing> script = new ArrayDeque<>();

    /** What a test changes of the discovery document, the invitation, the token's claims. */
    public volatile Consumer<ObjectNode> document = json -> {};

    public volatile Consumer<ObjectNode> invitation = json -> {};
    public volatile Consumer<ObjectNode> claims = json -> {};

    public volatile Duration lifetimeOfTokens = Duration.ofMinutes(5);
    public volatile boolean refreshes = true;

    private final HttpsServer server;
    private final KeyPair key;
    private final AtomicInteger count = new AtomicInteger();
    private volatile Optional<String> goodRefresh = Optional.empty();
    private volatile String challenge = "";

    public DeviceIssuer(Path folder) throws IOException, GeneralSecurityException {
        var issuing = CertificateAuthority.open(folder, Clock.systemUTC(), new SecureRandom());
        var context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {
                    issuing.kept("server", Wanted.Server.local(List.of())).keyManager()
                },
                null,
                null);
        authority = folder.resolve("ca.crt");
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/.well-known/openid-configuration", call -> answer(call, 200, configuration()));
        server.createContext("/keys", call -> answer(call, 200, keys()));
        server.createContext("/device", this::device);
        server.createContext("/token", this::token);
        server.createContext("/revoke", this::revoke);
        server.start();
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    public Client client() {
        return new Client(url(), CLIENT, Optional.empty(), Client.USUAL_SCOPES, Optional.of(authority));
    }

    /** Requests that came to a path. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    public void refuse(String error) {
        script.add((call, form) -> answer(call, 400, Json.object().put("error", error)));
    }

    public void fail(int status) {
        script.add((call, form) -> answer(call, status, Json.object()));
    }

    /** Closes the connection without an answer. */
    public void breakOff() {
        script.add((call, form) -> call.close());
    }

    public void endSessions() {
        goodRefresh = Optional.empty();
    }

    private ObjectNode configuration() {
        var json = Json.object()
                .put("issuer", url())
                .put("device_authorization_endpoint", url() + "/device")
                .put("token_endpoint", url() + "/token")
                .put("revocation_endpoint", url() + "/revoke")
                .put("jwks_uri", url() + "/keys");
        json.putArray("code_challenge_methods_supported").add("plain").add("S256");
        document.accept(json);
        return json;
    }

    private void device(HttpExchange call) throws IOException {
        var form = form(call);
        challenge = form.text("code_challenge");
        var json = Json.object()
                .put("device_code", "device-code-secret")
                .put("user_code", "WDJB-MJHT")
                .put("verification_uri", url() + "/page")
                .put("verification_uri_complete", url() + "/page?user_code=WDJB-MJHT")
                .put("expires_in", 60)
                .put("interval", 1);
        invitation.accept(json);
        answer(call, json.has("error") ? 400 : 200, json);
    }

    private void token(HttpExchange call) throws IOException {
        var form = form(call);
        if (form.text("grant_type").equals("refresh_token")) {
            refresh(call, form);
            return;
        }
        var doing = script.poll();
        if (doing != null) {
            doing.with(call, form);
            return;
        }
        boolean good = form.text("device_code").equals("device-code-secret")
                && (challenge.isEmpty()
                        || DeviceFlow.challenge(form.text("code_verifier")).equals(challenge));
        answer(call, good ? 200 : 400, good ? tokens() : Json.object().put("error", "invalid_grant"));
    }

    /** A refresh token is good for one use. */
    private void refresh(HttpExchange call, Query form) throws IOException {
        var doing = script.poll();
        if (doing != null) {
            doing.with(call, form);
            return;
        }
        boolean good = goodRefresh.equals(Optional.of(form.text("refresh_token")));
        answer(call, good ? 200 : 400, good ? tokens() : Json.object().put("error", "invalid_grant"));
    }

    private void revoke(HttpExchange call) throws IOException {
        var form = form(call);
        if (goodRefresh.equals(Optional.of(form.text("token")))) {
            endSessions();
        }
        answer(call, 200, Json.object());
    }

    private ObjectNode tokens() {
        var json = Json.object().put("token_type", "Bearer").put("id_token", idToken());
        if (refreshes) {
            goodRefresh = Optional.of("refresh-secret-" + count.incrementAndGet());
            json.put("refresh_token", goodRefresh.get());
        }
        return json;
    }

    private String idToken() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        var json = Json.object()
                .put("iss", url())
                .put("aud", CLIENT)
                .put("sub", "4711")
                .put("jti", "token-" + count.incrementAndGet())
                .put("preferred_username", "carla")
                .put("iat", now)
                .put("exp", now + lifetimeOfTokens.toSeconds());
        json.putArray("groups").add("acme-editors");
        claims.accept(json);
        return signed(json);
    }

    private String signed(ObjectNode claims) {
        try {
            var head = Json.object().put("alg", "ES256").put("kid", "k1");
            var text = base64(Json.bytes(head)) + "." + base64(Json.bytes(claims));
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode keys() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        var json = Json.object();
        json.putArray("keys")
                .addObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("kid", "k1")
                .put("x", base64(fixed(point.getAffineX().toByteArray())))
                .put("y", base64(fixed(point.getAffineY().toByteArray())));
        return json;
    }

    /** 32 bytes, whatever sign or zeros a number's bytes begin with. */
    private static byte[] fixed(byte[] number) {
        var bytes = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Query form(HttpExchange call) throws IOException {
        var form = Query.parse(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var authorization = call.getRequestHeaders().getOrDefault("Authorization", List.of(""));
        asked.add(new Asked(call.getRequestURI().getPath(), form, authorization.getFirst()));
        return form;
    }

    private static void answer(HttpExchange call, int code, ObjectNode json) throws IOException {
        var body = Json.bytes(json);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(code, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    /** All that nobody but the two may see. */
    public static boolean showsSecret(String text) {
        return Arrays.stream(new String[] {"device-code-secret", "refresh-secret", "eyJ"})
                .anyMatch(text::contains);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
