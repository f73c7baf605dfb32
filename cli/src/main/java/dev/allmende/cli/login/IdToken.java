package dev.allmende.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an ID token that came from the issuer itself over TLS, so that its signature may go unchecked (OpenID Connect Core
 * 1.0, 3.1.3.7, 6); servers check it.
 */
final class IdToken {

    private IdToken() {}

    /** @throws UserError when it is not for us */
    static Tokens read(Client client, String token, Optional<Secret> refresh) {
        var claims = claims(token).orElseThrow(() -> refused(client, "its ID token is no JWT"));
        if (!Json.text(claims, "iss").equals(Optional.of(client.issuer()))) {
            throw refused(client, "its ID token is from another issuer");
        }
        if (!isFor(claims.path("aud"), client.id())) {
            throw refused(client, "its ID token is for another client than " + client.id());
        }
        if (!claims.path("exp").isNumber()) {
            throw refused(client, "its ID token does not say when it ends");
        }
        return new Tokens(
                new Secret(token),
                refresh,
                user(claims),
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    private static String user(JsonNode claims) {
        return Reply.printable(Stream.of("preferred_username", "email", "name", "sub")
                .flatMap(claim -> Json.text(claims, claim).stream())
                .findFirst()
                .orElse(""));
    }

    private static boolean isFor(JsonNode audiences, String client) {
        if (audiences.isTextual()) {
            return audiences.asText().equals(client);
        }
        for (var audience : audiences) {
            if (audience.asText().equals(client)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<JsonNode> claims(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Json.tree(Base64.getUrlDecoder().decode(parts[1])).filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static UserError refused(Client client, String why) {
        return new UserError(ExitCode.REFUSED, client.issuer() + ": " + why + "; check --client-id and --issuer");
    }
}
