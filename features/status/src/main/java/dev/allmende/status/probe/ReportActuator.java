package dev.allmende.status.probe;

import dev.allmende.api.Reason;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeReport;
import dev.allmende.api.status.ProbeReportSpec.Round;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells what an agent has found: each round once, in order. */
final class ReportActuator implements Actuator<ProbeReport, PlainStatus> {

    /** An agent's clock may be ahead by so much. Behind, its place is not known once that is longer than three rounds. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /** Of an agent, until somebody should look after it. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Mirror mirror;
    private final InstantSource clock;
    private final Rounds.Listener listener;
    private final Map<Told, Instant> told = new ConcurrentHashMap<>();

    private record Told(String place, Key probe) {}

    ReportActuator(Mirror mirror, InstantSource clock, Rounds.Listener listener) {
        this.mirror = mirror;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Outcome<PlainStatus> act(ProbeReport report) {
        var status = Objects.requireNonNullElse(report.getStatus(), PlainStatus.UNSEEN);
        var place = report.getMetadata().getName();
        if (place.equals(Rounds.HERE)) {
            return new Outcome.Stuck<>(
                    status,
                    Reason.INVALID_SPEC,
                    "'here' is the place of the controllers: give the agent's another name");
        }
        var spec = report.getSpec();
        if (spec == null || spec.seenAt() == null) {
            return new Outcome.Busy<>(
                    status, Reason.WAITING_FOR, "no agent wrote yet: start allmende probe-agent --place " + place);
        }
        var now = clock.instant();
        var seen = Instant.parse(spec.seenAt());
        if (seen.isAfter(now.plus(AHEAD))) {
            var ahead = Duration.between(now, seen).toSeconds();
            return new Outcome.Stuck<>(
                    status,
                    Reason.INVALID_SPEC,
                    "the agent's clock is %d s ahead and its rounds are not used: have both clocks set by NTP"
                            .formatted(ahead));
        }
        // An agent whose clock was set right meanwhile still has rounds of a time to come.
        spec.rounds().stream()
                .filter(round -> !Instant.parse(round.at()).isAfter(now.plus(AHEAD)))
                .sorted(Comparator.comparing(round -> Instant.parse(round.at())))
                .forEach(round -> tell(report.getMetadata().getNamespace(), place, round));
        return heard(status, seen, now);
    }

    private void tell(String namespace, String place, Round round) {
        var key = new Key(namespace, round.probe());
        var at = Instant.parse(round.at());
        var last = told.get(new Told(place, key));
        if ((last == null || at.isAfter(last)) && isWanted(key, place)) {
            told.put(new Told(place, key), at);
            listener.heard(key, place, Report.result(round));
        }
    }

    private boolean isWanted(Key key, String place) {
        Optional<Probe> probe = mirror.find(Probe.class, key.namespace(), key.name());
        return probe.filter(each -> each.getSpec().isAskedAt(place)
                        && !Boolean.TRUE.equals(each.getSpec().paused()))
                .isPresent();
    }

    private static Outcome<PlainStatus> heard(PlainStatus status, Instant seen, Instant now) {
        var left = Duration.between(now, seen.plus(SILENCE));
        return left.isPositive()
                ? new Outcome.Until<>(status, "the agent is heard", left)
                : new Outcome.Busy<>(
                        status,
                        Reason.WAITING_FOR,
                        "the agent was not heard since %s: does it run?"
                                .formatted(seen.truncatedTo(ChronoUnit.SECONDS)));
    }
}
