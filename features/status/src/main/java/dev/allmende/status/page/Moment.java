package dev.allmende.status.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as it is read: in UTC, which a script may turn into the reader's own time.
 *
 * @param exact RFC 3339
 */
public record Moment(String exact, String text) {

    private static final Form MINUTE = Form.of("d MMM uuuu, HH:mm", "d. MMM uuuu, HH:mm");
    private static final Form DAY = Form.of("d MMM uuuu", "d. MMM uuuu");
    private static final Form MONTH = Form.of("MMMM uuuu", "MMMM uuuu");

    /** Kept: to make one of its pattern takes longer than to use it, and a page has thousands of days. */
    private record Form(DateTimeFormatter english, DateTimeFormatter german) {

        static Form of(String english, String german) {
            return new Form(
                    DateTimeFormatter.ofPattern(english, Locale.UK),
                    DateTimeFormatter.ofPattern(german, Locale.GERMANY));
        }

        DateTimeFormatter in(String language) {
            return language.equals("de") ? german : english;
        }
    }

    static Moment of(Instant time, String language) {
        return new Moment(
                time.truncatedTo(ChronoUnit.SECONDS).toString(),
                MINUTE.in(language).format(time.atZone(ZoneOffset.UTC)) + " UTC");
    }

    static String day(LocalDate date, String language) {
        return DAY.in(language).format(date);
    }

    static String month(LocalDate date, String language) {
        return MONTH.in(language).format(date);
    }
}
