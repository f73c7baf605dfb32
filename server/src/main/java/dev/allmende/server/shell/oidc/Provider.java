package dev.allmende.server.shell.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.login.Peer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to the issuer's server: what it says of itself, and codes for tokens. */
final class Provider {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final Peer peer;

    Provider(OidcSettings settings) {
        this.settings = settings;
        this.peer = new Peer(settings.trust());
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
        var document = peer.object(HttpRequest.newBuilder(address));
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
        var fields = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier,
                "client_id", settings.clientId()));
        var request = HttpRequest.newBuilder(endpoints.token());
        if (!settings.clientSecret().isEmpty()) {
            if (endpoints.basic()) {
                request.header("Authorization", Peer.basic(settings.clientId(), settings.clientSecret()));
            } else {
                fields.put("client_secret", settings.clientSecret());
            }
        }
        var token = Json.string(peer.object(Peer.form(request, fields)), "id_token");
        if (token.isEmpty()) {
            throw new IOException("the issuer's answer holds no ID token");
        }
        return token;
    }
}
