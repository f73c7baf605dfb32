package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.Mode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates in image properties, read as the standard writes them or as leniently as Python's {@code strptime} does. */
final class ImageDates {

    private static final String YEAR = "(\\d{4})";
    private static final String MONTH = "(1[0-2]|0[1-9]|[1-9])";
    private static final String DAY = "(3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])";
    private static final String HOUR = "(2[0-3]|[01]\\d|\\d)";
    private static final String SIXTY = "([0-5]\\d|\\d)";
    private static final String SECOND = "(6[01]|[0-5]\\d|\\d)";
    private static final String DATE = YEAR + "-" + MONTH + "-" + DAY;

    private static final Pattern STAMP = Pattern.compile("(?i)" + DATE + "T" + HOUR + ":" + SIXTY + ":" + SECOND + "Z");
    private static final List<Pattern> ANY = List.of(
            STAMP,
            Pattern.compile(DATE + "\\s+" + HOUR + ":" + SIXTY + ":" + SECOND),
            Pattern.compile(DATE + "\\s+" + HOUR + ":" + SIXTY),
            Pattern.compile(DATE));
    private static final List<Pattern> MARKER = List.of(Pattern.compile(DATE), Pattern.compile(YEAR + MONTH + DAY));

    /** The shapes the standard names, with all digits. */
    private static final Pattern STRICT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ| \\d\\d:\\d\\d(:\\d\\d)?)?");

    private ImageDates() {}

    /** A build date or a {@code provided_until}. Upstream takes the very first second of 1970 for "no date". */
    static Optional<Instant> parse(String text, Mode mode) {
        return switch (mode) {
            case UPSTREAM -> first(ANY, text).filter(date -> !date.equals(Instant.EPOCH));
            case STRICT -> STRICT.matcher(text).matches() ? first(ANY, text) : Optional.empty();
        };
    }

    /** A time stamp of Glance. */
    static Optional<Instant> stamp(String text) {
        return first(List.of(STAMP), text);
    }

    /** Whether the last word of an image's name says that it is an old build. */
    static boolean isMarker(String word) {
        return word.equals("old") || word.equals("prev") || first(MARKER, word).isPresent();
    }

    private static Optional<Instant> first(List<Pattern> shapes, String text) {
        for (var shape : shapes) {
            var matcher = shape.matcher(text);
            // Not matches(): strptime takes the first way to read it and then asks for the end.
            if (matcher.lookingAt() && matcher.end() == text.length()) {
                var date = instant(matcher.toMatchResult());
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(java.util.regex.MatchResult match) {
        try {
            var date = LocalDate.of(part(match, 1), part(match, 2), part(match, 3));
            if (date.getYear() == 0) {
                return Optional.empty();
            }
            return Optional.of(date.atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plusSeconds(part(match, 4) * 3600L + part(match, 5) * 60L + part(match, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(java.util.regex.MatchResult match, int group) {
        return group > match.groupCount()
                ? 0
                : Integer.parseInt(match.group(group).strip());
    }
}
