package dev.allmende.status.impact;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one word of what several places see: failed when the majority of those that know, and two at least, say so; when
 * fewer do, degraded. With one place its word counts. Pure.
 *
 * @param unstable whether one of those that count is
 * @param remark names places when only some see it
 */
public record Places(
        State state,
        State worst,
        @Nullable Instant firstBad,
        @Nullable Instant firstGood,
        boolean unstable,
        String remark) {

    /** @param checks by name of the place */
    public static Places agree(Map<String, Check> checks, Instant now, Limits limits) {
        var known = checks.entrySet().stream()
                .filter(each -> each.getValue().at(now, limits) != State.UNKNOWN)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var all = known.stream().map(Map.Entry::getValue).toList();
        var bad = all.stream().filter(Check::isBad).toList();
        if (all.isEmpty()) {
            return new Places(State.UNKNOWN, State.UNKNOWN, null, null, false, "");
        }
        if (bad.isEmpty()) {
            boolean isSuspect = all.stream().anyMatch(check -> check.state() == State.SUSPECT);
            return new Places(
                    isSuspect ? State.SUSPECT : State.OK, State.OK, null, latest(all, Check::firstGood), false, "");
        }
        boolean isMost = checks.size() == 1 || (bad.size() >= 2 && bad.size() * 2 > all.size());
        var worst = isMost
                        && bad.stream()
                                                .filter(check -> check.worst() == State.FAILED)
                                                .count()
                                        * 2
                                >= bad.size()
                ? State.FAILED
                : State.DEGRADED;
        boolean isRecovering = bad.stream().allMatch(check -> check.state() == State.RECOVERING);
        var seenFrom = known.stream()
                .filter(each -> each.getValue().isBad())
                .map(Map.Entry::getKey)
                .toList();
        return new Places(
                isRecovering ? State.RECOVERING : worst,
                worst,
                earliest(bad),
                null,
                bad.stream().anyMatch(Check::isUnstable),
                bad.size() == all.size() ? "" : "seen from " + String.join(", ", seenFrom));
    }

    private static @Nullable Instant earliest(List<Check> checks) {
        return some(checks, Check::firstBad).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant latest(List<Check> checks, Function<Check, @Nullable Instant> time) {
        return some(checks, time).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<Instant> some(Collection<Check> checks, Function<Check, @Nullable Instant> time) {
        return checks.stream().flatMap(check -> Optional.ofNullable(time.apply(check)).stream());
    }

    /** For messages. */
    public String remark(String detail) {
        return remark.isEmpty() ? Objects.requireNonNullElse(detail, "") : remark + ": " + detail;
    }
}
