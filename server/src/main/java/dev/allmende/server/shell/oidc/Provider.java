package dev.allmende.server.shell.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to the issuer's server: what it says of itself, and codes for tokens. */
final class Provider {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final OidcSettings settings;
    private final HttpClient client;

    Provider(OidcSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .sslContext(settings.trust())
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Where browsers and servers go (OpenID Connect Discovery 1.0, 4.3).
     *
     * @param basic whether the secret goes into a header rather than the form
     * @param namesItself whether answers name the issuer (RFC 9207)
     */
    record Endpoints(URI authorization, URI token, boolean basic, boolean namesItself) {}

    Endpoints endpoints() throws IOException, InterruptedException {
        var url = settings.issuer().url();
        var address = URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + WELL_KNOWN);
        var document = send(HttpRequest.newBuilder(address));
        if (!Json.string(document, "issuer").equals(url)) {
            throw new IOException(address + ": names another issuer");
        }
        var methods = document.path("token_endpoint_auth_methods_supported");
        boolean post = false;
        boolean basic = methods.isEmpty();
        for (var method : methods) {
            post |= method.asText().equals("client_secret_post");
            basic |= method.asText().equals("client_secret_basic");
        }
        return new Endpoints(
                https(document, "authorization_endpoint"),
                https(document, "token_endpoint"),
                basic || !post,
                document.path("authorization_response_iss_parameter_supported").asBoolean());
    }

    private static URI https(ObjectNode document, String field) throws IOException {
        var text = Json.string(document, field);
        if (!text.startsWith("https://")) {
            throw new IOException("the issuer's " + field + " is no https address");
        }
        return URI.create(text);
    }

    /** The ID token for a code (OpenID Connect Core 1.0, 3.1.3; RFC 7636, 4.5). */
    String idToken(Endpoints endpoints, String code, String verifier, String redirect)
            throws IOException, InterruptedException {
        var fields = new java.util.LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier,
                "client_id", settings.clientId()));
        var request =
                HttpRequest.newBuilder(endpoints.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (!settings.clientSecret().isEmpty()) {
            if (endpoints.basic()) {
                request.header("Authorization", basic());
            } else {
                fields.put("client_secret", settings.clientSecret());
            }
        }
        var token = Json.string(send(request.POST(HttpRequest.BodyPublishers.ofString(form(fields)))), "id_token");
        if (token.isEmpty()) {
            throw new IOException("the issuer's answer holds no ID token");
        }
        return token;
    }

    /** RFC 6749, 2.3.1: both are form-encoded first. */
    private String basic() {
        var pair = CodeFlow.encoded(settings.clientId()) + ":" + CodeFlow.encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + CodeFlow.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private ObjectNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var sent =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        var answer =
                client.send(sent, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(sent.uri(), answer.statusCode()));
        }
        try {
            return Json.readObject(answer.body());
        } catch (Json.MalformedJson e) {
            throw new IOException(sent.uri() + " answered no JSON", e);
        }
    }
}
