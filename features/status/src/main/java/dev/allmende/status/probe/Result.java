package dev.allmende.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one round.
 *
 * @param at when it was asked
 * @param phases where the time went, in order
 * @param detail empty when all is well; for those who run the cloud
 */
public record Result(
        Instant at,
        Grade grade,
        Duration latency,
        Map<String, Duration> phases,
        Optional<Failing> error,
        String detail) {

    /** How an answer was. */
    public enum Grade {
        OK,
        SLOW,
        FAIL,
        /** Nothing is known: our side failed. */
        UNKNOWN
    }

    static Result good(Instant at, Watch watch, Duration slowOver, Optional<String> remark) {
        var latency = watch.total();
        boolean isLate = latency.compareTo(slowOver) > 0;
        var grade = isLate || remark.isPresent() ? Grade.SLOW : Grade.OK;
        var detail = remark.orElse(
                isLate ? "took %d ms, more than %d".formatted(latency.toMillis(), slowOver.toMillis()) : "");
        return new Result(at, grade, latency, watch.phases(), Optional.empty(), detail);
    }

    /** The phase that failed, where the question told of it, is the last one. */
    static Result bad(Instant at, Watch watch, Failing failing, String detail) {
        var step = watch.broken();
        return new Result(
                at,
                failing == Failing.OURS ? Grade.UNKNOWN : Grade.FAIL,
                watch.total(),
                watch.phases(),
                Optional.of(failing),
                step.map(phase -> "%s: %s".formatted(phase, detail)).orElse(detail));
    }
}
