package dev.allmende.kit;

import dev.allmende.api.Condition;
import dev.allmende.api.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Conditions that follow from an outcome. Pure. */
final class Conditions {

    private static final int LONGEST = 4096;

    private Conditions() {}

    /** @param before those of the stored status: a condition whose status stays keeps its time */
    static List<Condition> after(List<Condition> before, Outcome<?> outcome, long generation, Instant now) {
        return switch (outcome) {
            case Outcome.Ready<?> ready ->
                all(before, generation, now, true, true, false, Reason.AVAILABLE, ready.message());
            case Outcome.Until<?> until ->
                all(before, generation, now, true, true, false, Reason.AVAILABLE, until.message());
            case Outcome.Drifted<?> drifted ->
                all(before, generation, now, true, false, false, Reason.DRIFTED, drifted.message());
            case Outcome.Busy<?> busy ->
                all(before, generation, now, false, false, true, busy.reason(), busy.message());
            case Outcome.Retry<?> retry ->
                all(before, generation, now, false, false, true, retry.reason(), retry.message());
            case Outcome.Stuck<?> stuck ->
                all(before, generation, now, false, false, false, stuck.reason(), stuck.message());
        };
    }

    private static List<Condition> all(
            List<Condition> before,
            long generation,
            Instant now,
            boolean ready,
            boolean synced,
            boolean progressing,
            Reason reason,
            String message) {
        var text = message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "…" : message;
        return List.of(
                one(before, Condition.READY, ready, reason, text, generation, now),
                one(before, Condition.SYNCED, synced, reason, text, generation, now),
                one(before, Condition.PROGRESSING, progressing, reason, text, generation, now));
    }

    private static Condition one(
            List<Condition> before,
            String type,
            boolean holds,
            Reason reason,
            String message,
            long generation,
            Instant now) {
        var status = holds ? "True" : "False";
        var since = Condition.find(before, type)
                .filter(old -> old.status().equals(status))
                .map(Condition::lastTransitionTime)
                .orElse(now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new Condition(type, status, reason.word(), message, since, generation);
    }
}
