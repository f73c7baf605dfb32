package dev.allmende.cli.login;

import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.config.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a person agrees, and how long there is time (RFC 8628, 3.2).
 *
 * @param deviceCode ours alone
 * @param userCode that the page asks for or shows
 * @param page without the code
 * @param pageWithCode the page with the code filled in
 */
record Invitation(
        Secret deviceCode,
        String userCode,
        String page,
        Optional<String> pageWithCode,
        Duration lifetime,
        Duration interval) {

    private static final int USUAL_INTERVAL = 5;
    private static final int USUAL_LIFETIME = 600;

    /** Empty when the answer lacks a code or a page. */
    static Optional<Invitation> of(Reply reply) {
        var page = Reply.printable(reply.text("verification_uri"));
        var code = Reply.printable(reply.text("user_code"));
        var device = reply.text("device_code");
        if (page.isEmpty() || code.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Invitation(
                new Secret(device),
                code,
                page,
                Optional.of(Reply.printable(reply.text("verification_uri_complete")))
                        .filter(text -> !text.isEmpty()),
                seconds(reply, "expires_in", USUAL_LIFETIME),
                seconds(reply, "interval", USUAL_INTERVAL)));
    }

    private static Duration seconds(Reply reply, String field, int usual) {
        return Duration.ofSeconds(Math.max(1, reply.json().path(field).asInt(usual)));
    }

    String text() {
        var minutes = Math.max(1, lifetime.toMinutes());
        var time = minutes == 1 ? "a minute" : minutes + " minutes";
        return pageWithCode
                .map(complete -> """
                        To sign in, open this page in a browser, on any device, within %s:

                            %s

                        It must show the code %s, or ask for it.
                        """.formatted(time, complete, userCode))
                .orElseGet(() -> """
                        To sign in, open this page in a browser, on any device, within %s:

                            %s

                        and type the code %s there.
                        """.formatted(time, page, userCode));
    }
}
