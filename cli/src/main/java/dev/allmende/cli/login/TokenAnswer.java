package dev.allmende.cli.login;

import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.config.Secret;
import java.util.Optional;

/** What the token endpoint says (RFC 6749, 5; RFC 8628, 3.5). */
sealed interface TokenAnswer {

    record Granted(Tokens tokens) implements TokenAnswer {}

    /** The person has not decided yet. */
    record Pending() implements TokenAnswer {}

    /** As pending, and asked too often. */
    record TooFast() implements TokenAnswer {}

    /** The server could not answer now. */
    record Later(String why) implements TokenAnswer {}

    record Denied() implements TokenAnswer {}

    /** The code was not used in time. */
    record Expired() implements TokenAnswer {}

    /** @param code of RFC 6749; empty when the answer was another one */
    record Refused(String code, String why) implements TokenAnswer {}

    static TokenAnswer of(Client client, Reply reply) {
        if (reply.ok()) {
            var token = reply.text("id_token");
            if (token.isEmpty()) {
                return new Refused("", "it gave no ID token; --scopes must have openid");
            }
            var refresh = Optional.of(reply.text("refresh_token"))
                    .filter(text -> !text.isEmpty())
                    .map(Secret::new);
            return new Granted(IdToken.read(client, token, refresh));
        }
        return switch (reply.text("error")) {
            case "authorization_pending" -> new Pending();
            case "slow_down" -> new TooFast();
            case "access_denied" -> new Denied();
            case "expired_token" -> new Expired();
            case "temporarily_unavailable", "server_error" -> new Later(Issuer.refusal(reply));
            default ->
                reply.status() >= 500 || reply.status() == 429
                        ? new Later("HTTP " + reply.status())
                        : new Refused(reply.text("error"), Issuer.refusal(reply));
        };
    }
}
