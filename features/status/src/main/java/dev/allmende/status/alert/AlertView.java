package dev.allmende.status.alert;

import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Board;
import dev.allmende.status.subscription.PageSecrets;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST alerts}: takes messages of an Alertmanager for the probes of a page. Who sends must know the token of a probe;
 * others' probes do not hear the message.
 */
public final class AlertView implements View {

    private static final String PATH = "alerts";
    private static final String SCHEME = "Bearer ";
    private static final String TOKEN = "token";
    private static final int MOST_BYTES = 1 << 20;

    private final Mirror mirror;
    private final Alerts alerts;
    private final InstantSource clock;

    public AlertView(Mirror mirror, Alerts alerts, InstantSource clock) {
        this.mirror = mirror;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        if (!rest.equals(PATH)) {
            return Optional.empty();
        }
        if (!ask.method().equals("POST")) {
            return Optional.of(
                    Reply.text(405, "post an Alertmanager's message here\n").with("Allow", "POST"));
        }
        return Optional.of(post(ask, board.page().namespace()));
    }

    private Reply post(Ask ask, String namespace) {
        var probes = mirror.list(Probe.class, namespace).stream()
                .filter(probe -> mayTell(ask, namespace, probe))
                .toList();
        if (probes.isEmpty()) {
            return Reply.text(401, "the token is not that of any probe of this page with spec.alertmanager\n")
                    .with("WWW-Authenticate", "Bearer");
        }
        if (ask.body().length > MOST_BYTES) {
            return Reply.text(413, "more than 1 MiB: set max_alerts of the receiver\n");
        }
        try {
            var said = Webhook.read(ask.body());
            probes.forEach(probe -> hear(probe, said));
            return Reply.text(200, "");
        } catch (Webhook.Garbled garbled) {
            return Reply.text(400, garbled.getMessage() + "\n");
        }
    }

    private boolean mayTell(Ask ask, String namespace, Probe probe) {
        var target = probe.getSpec().alertmanager();
        var given = ask.header("authorization");
        if (target == null || !given.startsWith(SCHEME)) {
            return false;
        }
        return PageSecrets.find(mirror, namespace, target.tokenRef())
                .map(values -> values.getOrDefault(TOKEN, ""))
                .filter(token -> !token.isEmpty() && isSame(token, given.substring(SCHEME.length())))
                .isPresent();
    }

    private static boolean isSame(String token, String given) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
    }

    private void hear(Probe probe, List<Alert> said) {
        var target = probe.getSpec().alertmanager();
        if (target != null) {
            var mine = said.stream().filter(alert -> concerns(target, alert)).toList();
            if (!mine.isEmpty()) {
                alerts.hear(probe.getMetadata().getUid(), mine, clock.instant());
            }
        }
    }

    private static boolean concerns(ProbeTargets.Alertmanager target, Alert alert) {
        return alert.name().equals(target.watchdog()) || alert.has(target.labels());
    }
}
