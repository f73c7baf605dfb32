package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Asks a web server: status, a text of the body, and how long the certificate is good for. */
record HttpQuestion(ProbeTargets.Http target, InstantSource clock) implements Question {

    private static final int CERTIFICATE_DAYS = 21;
    private static final int LOOKED_THROUGH = 64 << 10;

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, IOException {
        var reply = Web.get(target.url(), target.caBundle(), watch);
        if (!isGood(reply.status())) {
            throw new Trouble(Failing.ofStatus(reply.status()), "answered " + reply.status());
        }
        var wanted = target.contains();
        if (wanted != null && !head(reply).contains(wanted)) {
            throw new Trouble(Failing.BODY, "the body lacks the text that it must have");
        }
        return reply.certificateEnd().isEmpty()
                ? Optional.empty()
                : Certificates.judge(
                        reply.certificateEnd().get(),
                        clock.instant(),
                        Objects.requireNonNullElse(target.certificateDays(), CERTIFICATE_DAYS));
    }

    private boolean isGood(int status) {
        var only = target.status();
        return only == null ? status >= 200 && status < 400 : status == only;
    }

    private static String head(Web.Reply reply) {
        return new String(reply.body(), 0, Math.min(LOOKED_THROUGH, reply.body().length), StandardCharsets.UTF_8);
    }
}
