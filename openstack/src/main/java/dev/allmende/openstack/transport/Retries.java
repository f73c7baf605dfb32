package dev.allmende.openstack.transport;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.ClientOptions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Decides whether and when a request is sent again. Pure but for the clock and the dice. */
final class Retries {

    private final ClientOptions.Retry retry;
    private final Clock clock;

    Retries(ClientOptions.Retry retry, Clock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * How long to wait before the next try; empty when there is none.
     *
     * @param repeatable whether the request may reach the service twice
     * @param tries made so far
     */
    Optional<Duration> after(Answer answer, boolean repeatable, int tries) {
        var asked = answer.header("retry-after").flatMap(this::delay);
        var again = switch (answer.status()) {
            // The service did not take the request up, whatever it was.
            case 429 -> true;
            case 503 -> repeatable || asked.isPresent();
            case 502, 504 -> repeatable;
            default -> false;
        };
        if (!again || tries >= retry.attempts()) {
            return Optional.empty();
        }
        if (asked.isPresent() && asked.get().compareTo(retry.longest()) > 0) {
            return Optional.empty();
        }
        return Optional.of(asked.orElseGet(() -> backoff(tries)));
    }

    Optional<Duration> after(Lost.How how, boolean repeatable, int tries) {
        var again = switch (how) {
            case NEVER_CONNECTED -> tries < retry.attempts();
            case CUT_OFF -> repeatable && tries < retry.attempts();
            case TOO_SLOW -> repeatable && tries < Math.min(2, retry.attempts());
            case HOPELESS -> false;
        };
        return again ? Optional.of(backoff(tries)) : Optional.empty();
    }

    /** Half to all of base x 2^(tries-1), never above the longest. */
    private Duration backoff(int tries) {
        var full = Math.min(
                retry.base().toMillis() << Math.min(tries - 1, 20),
                retry.longest().toMillis());
        return Duration.ofMillis((long) (full * (0.5 + retry.random().nextDouble() / 2)));
    }

    /** Seconds or a date, RFC 9110 section 10.2.3. */
    private Optional<Duration> delay(String value) {
        try {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
