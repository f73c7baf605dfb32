package dev.allmende.central.volumebackupschedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** A cron expression of five fields (Debian's crontab(5)), without a time zone. Pure. */
record Cron(CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** From 0 on; 7 is Sunday once more. */
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** @throws IllegalArgumentException that says which field cannot be read, and why */
    static Cron of(String text) {
        var fields = List.of(text.strip().split("\\s+", -1));
        if (fields.size() != 5) {
            throw new IllegalArgumentException(
                    "five fields are needed, minute, hour, day of month, month and day of week; there are "
                            + fields.size());
        }
        return new Cron(
                CronField.of("minute", fields.get(0), 0, 59, 0, List.of()),
                CronField.of("hour", fields.get(1), 0, 23, 0, List.of()),
                CronField.of("day of month", fields.get(2), 1, 31, 1, List.of()),
                CronField.of("month", fields.get(3), 1, 12, 1, MONTHS),
                CronField.of("day of week", fields.get(4), 0, 7, 0, WEEKDAYS));
    }

    /** When both days say something, one of them is enough. */
    boolean isOn(LocalDate date) {
        boolean day = days.has(date.getDayOfMonth());
        int number = date.getDayOfWeek().getValue();
        boolean weekday = weekdays.has(number) || (number == 7 && weekdays.has(0));
        boolean fits = (days.isOpen() || weekdays.isOpen()) ? (day && weekday) : (day || weekday);
        return months.has(date.getMonthValue()) && fits;
    }

    /** Of a day that it is on, in order. */
    Stream<LocalTime> times() {
        return hours.values().boxed().flatMap(hour -> minutes.values().mapToObj(minute -> LocalTime.of(hour, minute)));
    }

    boolean isHourly() {
        return hours.values().count() == 24;
    }
}
