package dev.allmende.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.Json;
import java.net.URI;
import java.util.Optional;

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0, 4.2; RFC 8414; RFC 8628, 4).
 *
 * @param device where a device flow begins
 * @param revocation where tokens are given back (RFC 7009)
 * @param pkce whether it knows S256 of RFC 7636
 * @param basic whether a client's secret goes into a header rather than the form
 */
record Issuer(URI device, URI token, Optional<URI> revocation, boolean pkce, boolean basic) {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    /** @throws UserError when it is no https address */
    static URI document(String url) {
        if (!url.startsWith("https://") || url.contains("?") || url.contains("#")) {
            throw new UserError(ExitCode.USAGE, "--issuer " + url + ": must be an https address without query");
        }
        try {
            return URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + WELL_KNOWN);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(ExitCode.USAGE, "--issuer " + url + ": is no address: " + wrong.getMessage(), wrong);
        }
    }

    /** @throws UserError when it cannot be used for a device flow */
    static Issuer of(String url, Reply reply) {
        if (!reply.ok() || !reply.json().isObject()) {
            throw unusable(
                    reply.uri() + ": answered " + reply.status() + " and no OpenID configuration; check --issuer");
        }
        var named = reply.text("issuer");
        if (!named.equals(url)) {
            throw unusable("%s: names the issuer %s; --issuer must be just that"
                    .formatted(reply.uri(), Reply.printable(named)));
        }
        if (reply.text("device_authorization_endpoint").isEmpty()) {
            throw unusable(url + ": has no device flow (RFC 8628); have it enabled there");
        }
        return new Issuer(
                https(url, reply, "device_authorization_endpoint"),
                https(url, reply, "token_endpoint"),
                reply.text("revocation_endpoint").isEmpty()
                        ? Optional.empty()
                        : Optional.of(https(url, reply, "revocation_endpoint")),
                has(reply.json().path("code_challenge_methods_supported"), "S256"),
                takesBasic(reply.json().path("token_endpoint_auth_methods_supported")));
    }

    private static URI https(String url, Reply reply, String field) {
        var text = reply.text(field);
        try {
            if (text.startsWith("https://")) {
                return URI.create(text);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw unusable(url + ": its " + field + " is no https address");
    }

    /** Where nothing is said it is the header. */
    private static boolean takesBasic(JsonNode methods) {
        return methods.isEmpty() || has(methods, "client_secret_basic") || !has(methods, "client_secret_post");
    }

    private static boolean has(JsonNode list, String text) {
        for (var item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static UserError unusable(String message) {
        return new UserError(ExitCode.CONFIG, message);
    }

    /** What RFC 6749, 5.2 says of a refusal, in one line. */
    static String refusal(Reply reply) {
        var error = Json.text(reply.json(), "error").orElse("HTTP " + reply.status());
        var description = reply.text("error_description");
        return Reply.printable(description.isEmpty() ? error : error + ": " + description);
    }
}
