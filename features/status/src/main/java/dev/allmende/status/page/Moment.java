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

    static Moment of(Instant time, String language) {
        return new Moment(
                time.truncatedTo(ChronoUnit.SECONDS).toString(),
                form(language, "d MMM uuuu, HH:mm", "d. MMM uuuu, HH:mm").format(time.atZone(ZoneOffset.UTC)) + " UTC");
    }

    static String day(LocalDate date, String language) {
        return form(language, "d MMM uuuu", "d. MMM uuuu").format(date);
    }

    static String month(LocalDate date, String language) {
        return form(language, "MMMM uuuu", "MMMM uuuu").format(date);
    }

    private static DateTimeFormatter form(String language, String english, String german) {
        return language.equals("de")
                ? DateTimeFormatter.ofPattern(german, Locale.GERMANY)
                : DateTimeFormatter.ofPattern(english, Locale.UK);
    }
}
