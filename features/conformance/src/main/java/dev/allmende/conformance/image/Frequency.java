package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.Mode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often a provider promises to renew an image (scs-0102, {@code replace_frequency}). */
enum Frequency {
    YEARLY(Duration.ofDays(365), Duration.ofDays(365)),
    QUARTERLY(Duration.ofDays(92), Duration.ofDays(92)),
    MONTHLY(Duration.ofDays(31), Duration.ofDays(31)),
    /** Upstream gives a day 25 hours. */
    WEEKLY(Duration.ofHours(7 * 25), Duration.ofDays(7)),
    DAILY(Duration.ofHours(25), Duration.ofDays(1)),
    CRITICAL_BUG(Duration.ZERO, Duration.ZERO),
    NEVER(Duration.ZERO, Duration.ZERO);

    private static final Duration GRACE = Duration.ofDays(3);

    private final Duration upstream;
    private final Duration text;

    Frequency(Duration upstream, Duration text) {
        this.upstream = upstream;
        this.text = text;
    }

    static Optional<Frequency> of(String name) {
        return Arrays.stream(values()).filter(each -> each.word().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Frequency::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How old an image may be; empty when age does not matter. Upstream adds a tenth, the standard three days. */
    Optional<Duration> oldest(Mode mode) {
        return switch (this) {
            case NEVER, CRITICAL_BUG -> Optional.empty();
            default ->
                Optional.of(
                        switch (mode) {
                            case UPSTREAM -> upstream.plus(upstream.dividedBy(10));
                            case STRICT -> text.plus(GRACE);
                        });
        };
    }
}
