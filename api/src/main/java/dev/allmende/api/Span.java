package dev.allmende.api;

import java.time.Duration;

/** Times in a spec, such as {@code 30m}, {@code 12h} and {@code 90d}: short to write, and without months that differ. */
public final class Span {

    /** What such a text looks like: a number and m, h or d. */
    public static final String PATTERN = "^[1-9][0-9]{0,4}[mhd]$";

    private Span() {}

    /** @param text that fits {@link #PATTERN} */
    public static Duration of(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("a time ends with m, h or d, was '" + text + "'");
        };
    }
}
