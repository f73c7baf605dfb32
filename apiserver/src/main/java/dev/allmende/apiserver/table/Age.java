package dev.allmende.apiserver.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the short form of kubectl (apimachinery util/duration HumanDuration): {@code 5m30s}, {@code 3h}, {@code 2d3h}. */
final class Age {

    private static final int DAY = 24;
    private static final int YEAR = 365 * DAY;

    private Age() {}

    /** @param timestamp RFC 3339; {@code <invalid>} is told of any other text and of the future */
    static String since(String timestamp, Instant now) {
        try {
            return text(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeException e) {
            return "<invalid>";
        }
    }

    /** Two units at most, the smaller only while it matters. Less than two seconds in the future are taken for now. */
    static String text(Duration age) {
        long seconds = age.toMillis() / 1000;
        if (seconds < 0) {
            return seconds < -1 ? "<invalid>" : "0s";
        }
        if (seconds < 2 * 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 3 * 60) {
            return minutes < 10 ? pair(minutes, "m", seconds % 60, "s") : minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 2 * DAY) {
            return hours < 8 ? pair(hours, "h", minutes % 60, "m") : hours + "h";
        }
        if (hours < 2 * YEAR) {
            return hours < 8 * DAY ? pair(hours / DAY, "d", hours % DAY, "h") : hours / DAY + "d";
        }
        return hours < 8 * YEAR ? pair(hours / YEAR, "y", hours / DAY % 365, "d") : hours / YEAR + "y";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + small + smallUnit;
    }
}
