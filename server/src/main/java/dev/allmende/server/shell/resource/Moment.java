package dev.allmende.server.shell.resource;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A time of the API.
 *
 * @param text as the API has it (RFC 3339), empty for none
 * @param age how long ago, short: {@code 42s}, {@code 5m}, {@code 3h}, {@code 12d}
 */
public record Moment(String text, String age) {

    static final Moment UNKNOWN = new Moment("", "");

    public boolean isKnown() {
        return !text.isEmpty();
    }

    /** Reads moments as seen from now. */
    public record Clock(InstantSource source) {

        Moment moment(String text) {
            try {
                return text.isEmpty() ? UNKNOWN : new Moment(text, age(Instant.parse(text)));
            } catch (DateTimeException broken) {
                return UNKNOWN;
            }
        }

        private String age(Instant then) {
            long seconds = Math.max(0, Duration.between(then, source.instant()).toSeconds());
            if (seconds < 120) {
                return seconds + "s";
            }
            if (seconds < 7_200) {
                return seconds / 60 + "m";
            }
            return seconds < 172_800 ? seconds / 3_600 + "h" : seconds / 86_400 + "d";
        }
    }
}
