package dev.allmende.status.contract;

import dev.allmende.status.view.Ask;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Values of the query. */
final class Parameters {

    private static final int LAST_YEAR = 9999;

    private final Ask ask;

    Parameters(Ask ask) {
        this.ask = ask;
    }

    /** Empty when it is absent or empty. */
    Optional<String> text(String name) {
        return ask.parameter(name).filter(text -> !text.isEmpty());
    }

    Instant neededTime(String name) {
        return time(name).orElseThrow(() -> Refused.parameter(name, name + " is needed: a time (RFC 3339)"));
    }

    Optional<Instant> time(String name) {
        // a plus sign that the client did not escape has become a blank
        return text(name)
                .map(text -> parse(text.replace(' ', '+'))
                        .orElseThrow(() -> Refused.parameter(
                                name, name + " is no time (RFC 3339), such as 2026-11-26T12:00:00Z")));
    }

    Optional<Integer> number(String name, int least, int most) {
        return text(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // as one that is out of range
            }
            throw Refused.parameter(name, "%s is no number from %d to %d".formatted(name, least, most));
        });
    }

    /** A time as RFC 3339 writes it; empty when it is none. */
    static Optional<Instant> parse(String text) {
        try {
            var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() >= 0 && time.getYear() <= LAST_YEAR
                    ? Optional.of(time.toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
