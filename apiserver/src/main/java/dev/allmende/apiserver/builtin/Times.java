package dev.allmende.apiserver.builtin;

import dev.allmende.apiserver.json.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Times of the API: RFC 3339, written in UTC (meta/v1 Time, whole seconds; MicroTime, six digits). Faults are told in the
 * words of Go's package time, which reads from left to right.
 */
final class Times {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";
    private static final String MICRO_LAYOUT = "2006-01-02T15:04:05.000000Z07:00";

    private Times() {}

    /** Why this is no Time; empty when it is, or is empty. */
    static Optional<String> fault(String text) {
        return text.isEmpty() ? Optional.empty() : new Reader(text, LAYOUT).fault(false);
    }

    /** Why this is no MicroTime. */
    static Optional<String> microFault(String text) {
        return text.isEmpty() ? Optional.empty() : new Reader(text, MICRO_LAYOUT).fault(true);
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

    /** Ends the reading with what is wrong. */
    private static final class Fault extends RuntimeException {
        Fault(String message) {
            super(message, null, false, false);
        }
    }

    private static final class Reader {
        private final String text;
        private final String layout;
        private int at;

        Reader(String text, String layout) {
            this.text = text;
            this.layout = layout;
        }

        Optional<String> fault(boolean micro) {
            try {
                read(micro);
                return Optional.empty();
            } catch (Fault fault) {
                return Optional.of("parsing time " + Quoted.text(text) + String.valueOf(fault.getMessage()));
            }
        }

        private void read(boolean micro) {
            int year = number("2006", 4, 9999, "year");
            separator("-");
            int month = number("01", 2, 12, "month");
            if (month == 0) {
                throw new Fault(": month out of range");
            }
            separator("-");
            int day = number("02", 2, 99, "day");
            separator("T");
            number("15", 2, 23, "hour");
            separator(":");
            number("04", 2, 59, "minute");
            separator(":");
            number("05", 2, 59, "second");
            fraction(micro);
            zone();
            if (at < text.length()) {
                throw new Fault(": extra text: " + Quoted.text(text.substring(at)));
            }
            checkDay(year, month, day);
        }

        private int number(String element, int digits, int most, String what) {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                if (!isDigit(at + i)) {
                    throw cannotParse(element);
                }
                value = value * 10 + (text.charAt(at + i) - '0');
            }
            at += digits;
            if (value > most) {
                throw new Fault(": " + what + " out of range");
            }
            return value;
        }

        private void separator(String expected) {
            if (!text.startsWith(expected, at)) {
                throw cannotParse(expected);
            }
            at += expected.length();
        }

        private void fraction(boolean micro) {
            int digits = 0;
            while (text.startsWith(".", at) && isDigit(at + 1 + digits)) {
                digits++;
            }
            if (micro && digits < 6) {
                throw cannotParse(".000000");
            }
            at += micro ? 7 : digits == 0 ? 0 : digits + 1;
            if (!micro && digits > 9) {
                throw new Fault(": fractional second out of range");
            }
        }

        private void zone() {
            if (text.startsWith("Z", at)) {
                at++;
                return;
            }
            boolean signed = text.startsWith("+", at) || text.startsWith("-", at);
            boolean shaped = isDigit(at + 1)
                    && isDigit(at + 2)
                    && text.startsWith(":", at + 3)
                    && isDigit(at + 4)
                    && isDigit(at + 5);
            if (!signed || !shaped) {
                throw cannotParse("Z07:00");
            }
            try {
                ZoneOffset.of(text.substring(at, at + 6));
            } catch (DateTimeException e) {
                throw new Fault(": time zone offset hour out of range");
            }
            at += 6;
        }

        private static void checkDay(int year, int month, int day) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                throw new Fault(": day out of range");
            }
        }

        private boolean isDigit(int index) {
            return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
        }

        private Fault cannotParse(String element) {
            return new Fault(" as \"%s\": cannot parse %s as \"%s\""
                    .formatted(layout, Quoted.text(text.substring(at)), element));
        }
    }
}
