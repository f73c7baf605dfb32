package dev.allmende.status.impact;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Policy;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.Stake;
import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.Pacing;
import dev.allmende.status.probe.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How all probes fare at all places. Thread-safe. */
public final class Checks {

    private static final int FAILURES = 3;
    private static final int LONG_FAILURES = 2;
    private static final int LONG_SUCCESSES = 1;
    private static final int SUCCESSES = 5;
    private static final int FAILING = 100;
    private static final int SLOW = 40;
    private static final int PUBLISH_AFTER = 5;

    /** Last of a probe at a place. */
    private record Seen(Check check, Result result) {}

    private final Map<Key, Map<String, Seen>> seen = new ConcurrentHashMap<>();

    /** @return whether the state has changed */
    boolean heard(Probe probe, String place, Result result) {
        var places = seen.computeIfAbsent(Key.of(probe), none -> new ConcurrentHashMap<>());
        var old = places.get(place);
        var before = old == null ? Check.begin(result.at()) : old.check();
        var after = before.after(result, limits(probe.getSpec()));
        places.put(place, new Seen(after, result));
        return after.state() != before.state() || after.blind() != before.blind();
    }

    void forget(Key key) {
        seen.remove(key);
    }

    /** Since when the state is as it is where it changed last; empty when nothing was heard. */
    Optional<Instant> since(Probe probe) {
        return heard(probe).values().stream().map(each -> each.check().since()).max(Comparator.naturalOrder());
    }

    Optional<Result> newest(Probe probe) {
        return heard(probe).values().stream().map(Seen::result).max(Comparator.comparing(Result::at));
    }

    /** By the places where it is to be asked now: others may have been heard before. */
    private Map<String, Seen> heard(Probe probe) {
        return seen.getOrDefault(Key.of(probe), Map.of()).entrySet().stream()
                .filter(each -> probe.getSpec().isAskedAt(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Voice voice(Probe probe, Instant now) {
        var key = Key.of(probe);
        var spec = probe.getSpec();
        var places = heard(probe);
        var agreed = Places.agree(
                places.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().check())),
                now,
                limits(spec));
        var detail = places.values().stream()
                .map(each -> each.result().detail())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Voice(
                key.name(),
                agreed.state(),
                agreed.worst(),
                agreed.firstBad(),
                agreed.firstGood(),
                agreed.unstable(),
                agreed.remark(detail),
                spec.dependsOn().stream().map(ObjectReference::name).collect(Collectors.toUnmodifiableSet()),
                claims(spec.speaksFor()),
                new Voice.Manner(
                        switch (spec.policy()) {
                            case Policy.PROPOSE -> null;
                            case Policy.PUBLISH -> Duration.ZERO;
                            case Policy.PUBLISH_AFTER ->
                                Duration.ofMinutes(
                                        Objects.requireNonNullElse(spec.publishAfterMinutes(), PUBLISH_AFTER));
                        }));
    }

    private static List<Voice.Claim> claims(List<Stake> stakes) {
        return stakes.stream()
                .map(stake -> new Voice.Claim(
                        stake.componentRef().name(),
                        stake.impactTypeRef().name(),
                        Objects.requireNonNullElse(stake.failing(), FAILING),
                        Objects.requireNonNullElse(stake.slow(), SLOW)))
                .toList();
    }

    static Limits limits(ProbeSpec spec) {
        var pacing = Pacing.of(spec);
        boolean isLong = spec.lifecycle() != null;
        boolean isSettled = spec.alertmanager() != null; // Prometheus has waited already
        return new Limits(
                Objects.requireNonNullElse(spec.failures(), isSettled ? 1 : isLong ? LONG_FAILURES : FAILURES),
                Objects.requireNonNullElse(spec.successes(), isSettled ? 1 : isLong ? LONG_SUCCESSES : SUCCESSES),
                pacing.interval(),
                pacing.slowOver());
    }
}
