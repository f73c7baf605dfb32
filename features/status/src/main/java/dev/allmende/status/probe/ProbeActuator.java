package dev.allmende.status.probe;

import dev.allmende.api.Reason;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has a probe asked, and tells in the object what it found last. */
final class ProbeActuator implements Actuator<Probe, ProbeStatus> {

    private final Mirror mirror;
    private final Rounds rounds;
    private final Questions questions;
    private final Opinions opinions;

    ProbeActuator(Mirror mirror, Rounds rounds, Questions questions, Opinions opinions) {
        this.mirror = mirror;
        this.rounds = rounds;
        this.questions = questions;
        this.opinions = opinions;
    }

    @Override
    public Outcome<ProbeStatus> act(Probe probe) {
        var before = Objects.requireNonNullElse(probe.getStatus(), ProbeStatus.UNSEEN);
        var key = Key.of(probe);
        if (Boolean.TRUE.equals(probe.getSpec().paused())) {
            rounds.drop(key);
            return new Outcome.Ready<>(before, "paused");
        }
        if (!probe.getSpec().isAskedAt(Rounds.HERE)) {
            rounds.drop(key);
            return opinions.newest(key)
                    .<Outcome<ProbeStatus>>map(newest -> new Outcome.Ready<>(
                            status(newest, opinions.of(key)),
                            "asked at other places each %d s".formatted(seconds(probe))))
                    .orElseGet(() -> new Outcome.Busy<>(
                            before,
                            Reason.WAITING_FOR,
                            "no agent told of it yet: do those of %s run?"
                                    .formatted(String.join(", ", probe.getSpec().places()))));
        }
        try {
            if (!rounds.keeps(probe)) {
                rounds.keep(probe, questions.of(probe), each -> isThere(each, probe));
            }
        } catch (IllegalArgumentException missing) {
            return new Outcome.Retry<>(before, Reason.WAITING_FOR, String.valueOf(missing.getMessage()));
        }
        return rounds.history(key)
                .flatMap(History::newest)
                .<Outcome<ProbeStatus>>map(newest -> new Outcome.Ready<>(
                        status(newest, opinions.of(key)), "asked each %d s".formatted(seconds(probe))))
                .orElseGet(() -> new Outcome.Busy<>(before, Reason.CREATING, "the first round is under way"));
    }

    private boolean isThere(Key key, Probe asked) {
        return mirror.find(Probe.class, key.namespace(), key.name())
                .filter(probe -> Objects.equals(
                        probe.getMetadata().getUid(), asked.getMetadata().getUid()))
                .isPresent();
    }

    private static long seconds(Probe probe) {
        return Pacing.of(probe.getSpec()).interval().toSeconds();
    }

    private static ProbeStatus status(Result newest, Optional<Opinions.Opinion> opinion) {
        Map<String, Long> phases = newest.phases().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, phase -> millis(phase.getValue())));
        return new ProbeStatus(
                0,
                java.util.List.of(),
                opinion.map(Opinions.Opinion::state).orElse(null),
                newest.at().toString(),
                millis(newest.latency()),
                phases,
                newest.error().map(Failing::word).orElse(null),
                newest.detail().isEmpty() ? null : shortened(newest.detail()),
                opinion.map(each -> each.since().toString()).orElse(null));
    }

    private static String shortened(String detail) {
        return detail.length() <= 2000 ? detail : detail.substring(0, 2000);
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }
}
