package dev.allmende.apiserver.builtin;

import dev.allmende.apiserver.schema.GoText;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times of the API: RFC 3339, written in UTC (meta/v1 Time, whole seconds; MicroTime, six digits). */
final class Times {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final int MICRO_START = "2026-01-02T03:04:05".length();

    private Times() {}

    /** Why this is no Time; empty when it is, or is empty. */
    static Optional<String> fault(String text) {
        return fault(text, "2006-01-02T15:04:05Z07:00");
    }

    /** Why this is no MicroTime. */
    static Optional<String> microFault(String text) {
        var layout = "2006-01-02T15:04:05.000000Z07:00";
        var fault = fault(text, layout);
        if (fault.isPresent() || text.isEmpty()) {
            return fault;
        }
        var rest = text.substring(MICRO_START);
        int digits = 0;
        while (rest.startsWith(".") && Character.isDigit(rest.charAt(digits + 1))) {
            digits++;
        }
        if (digits < 6) {
            return cannotParse(text, layout, rest, ".000000");
        }
        return digits > 6 ? cannotParse(text, layout, rest.substring(7), "Z07:00") : Optional.empty();
    }

    /** A Time as it is stored. The text has no fault. */
    static String normal(String text) {
        return utc(text, SECONDS);
    }

    /** A MicroTime as it is stored. */
    static String normalMicro(String text) {
        return utc(text, MICROS);
    }

    private static String utc(String text, DateTimeFormatter format) {
        return text.isEmpty()
                ? text
                : OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .format(format);
    }

    private static Optional<String> fault(String text, String layout) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.length() > MICRO_START && Character.isDigit(text.charAt(MICRO_START - 1))) {
                OffsetDateTime.parse(text);
                return Optional.empty();
            }
        } catch (DateTimeParseException e) {
            return cannotParse(text, layout, text, "2006");
        }
        return cannotParse(text, layout, text, "2006");
    }

    private static Optional<String> cannotParse(String text, String layout, String part, String as) {
        return Optional.of("parsing time %s as \"%s\": cannot parse %s as \"%s\""
                .formatted(GoText.quoted(text), layout, GoText.quoted(part), as));
    }
}
