package dev.allmende.status.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A day of a time zone: 23 or 25 hours long when clocks are changed.
 *
 * @param end exclusive
 */
public record Day(LocalDate date, Instant start, Instant end) {

    /** The last days, today the last of them, ending now. */
    public static List<Day> last(int count, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return IntStream.range(0, count)
                .mapToObj(i -> of(today.minusDays(count - 1L - i), zone))
                .map(day -> day.end().isAfter(now) ? new Day(day.date(), day.start(), now) : day)
                .toList();
    }

    static Day of(LocalDate date, ZoneId zone) {
        return new Day(
                date,
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
