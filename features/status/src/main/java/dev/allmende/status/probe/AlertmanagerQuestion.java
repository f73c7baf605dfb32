package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeTargets;
import dev.allmende.status.alert.Alerts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an Alertmanager said last: bad while an alert fires. Unknown when it was silent for too long about one that fired, or
 * about the one that always fires, where there is one.
 *
 * @param uid of the probe's object
 */
record AlertmanagerQuestion(ProbeTargets.Alertmanager target, String uid, Alerts alerts, InstantSource clock)
        implements Question {

    private static final int SILENT_MINUTES = 15;
    private static final Duration FORGET = Duration.ofDays(1);
    private static final int SHOWN = 3;

    @Override
    public Optional<String> ask(Watch watch) throws Trouble {
        var now = clock.instant();
        var silence = Duration.ofMinutes(Objects.requireNonNullElse(target.silentAfterMinutes(), SILENT_MINUTES));
        var recent = now.minus(silence);
        alerts.forget(uid, now.minus(FORGET));
        var all = alerts.firing(uid);
        var watchdog = target.watchdog();
        var known = all.stream().filter(each -> !each.last().isBefore(recent)).toList();
        if (watchdog != null
                && known.stream().noneMatch(each -> each.alert().name().equals(watchdog))) {
            throw new Trouble(
                    Failing.OURS,
                    "%s, which always fires, was not heard of for %d minutes".formatted(watchdog, silence.toMinutes()));
        }
        var firing = known.stream()
                .filter(each -> !each.alert().name().equals(watchdog))
                .toList();
        if (!firing.isEmpty()) {
            throw new Trouble(
                    Failing.UNHEALTHY,
                    "firing: "
                            + firing.stream()
                                    .limit(SHOWN)
                                    .map(each -> each.alert().name() + " since " + each.since())
                                    .collect(Collectors.joining(", "))
                            + (firing.size() > SHOWN ? " and %d more".formatted(firing.size() - SHOWN) : ""));
        }
        var silent = all.stream()
                .filter(each -> each.last().isBefore(recent))
                .filter(each -> !each.alert().name().equals(watchdog))
                .findFirst();
        if (silent.isPresent()) {
            throw new Trouble(
                    Failing.OURS,
                    "%s fired and was not heard of for %d minutes: the receiver's repeat_interval must be shorter"
                            .formatted(silent.get().alert().name(), silence.toMinutes()));
        }
        return Optional.empty();
    }
}
