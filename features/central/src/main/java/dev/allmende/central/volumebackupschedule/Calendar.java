package dev.allmende.central.volumebackupschedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moments at which a cron expression comes in a time zone. As with Debian's cron(8) no change of the clocks makes a daily
 * moment come never or twice: what is skipped comes at the end of the gap, what is repeated counts the first time. One of
 * every hour goes on through both. Pure.
 */
record Calendar(Cron cron, ZoneId zone) {

    /** From one 29 February to the next are eight years at most (1896, 1904). */
    private static final int DAYS = 8 * 366 + 2;

    /** @throws IllegalArgumentException that says what cannot be read, or that it never comes */
    static Calendar of(String schedule, String zone) {
        var calendar = new Calendar(cron(schedule), zone(zone));
        if (calendar.next(Instant.EPOCH).isEmpty()) {
            throw new IllegalArgumentException("spec.schedule: '%s' never comes".formatted(schedule));
        }
        return calendar;
    }

    private static Cron cron(String schedule) {
        try {
            return Cron.of(schedule);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("spec.schedule: " + wrong.getMessage(), wrong);
        }
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(
                    "spec.timeZone: there is no '%s', take a name such as Europe/Berlin".formatted(name));
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("spec.timeZone: " + wrong.getMessage(), wrong);
        }
    }

    /** The first after a moment. */
    Optional<Instant> next(Instant after) {
        return days(date(after).minusDays(1), 1)
                .flatMap(day -> moments(day).stream())
                .filter(moment -> moment.isAfter(after))
                .findFirst();
    }

    /** The last after a moment and not after another one. */
    Optional<Instant> latest(Instant after, Instant until) {
        var first = date(after).minusDays(1);
        return days(date(until), -1)
                .takeWhile(day -> !day.isBefore(first))
                .flatMap(day -> moments(day).reversed().stream())
                .filter(moment -> !moment.isAfter(until))
                .findFirst()
                .filter(moment -> moment.isAfter(after));
    }

    private LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Stream<LocalDate> days(LocalDate from, int step) {
        return Stream.iterate(from, day -> day.plusDays(step)).limit(DAYS).filter(cron::isOn);
    }

    /** Of a day, in order. */
    private List<Instant> moments(LocalDate day) {
        return cron.times()
                .flatMap(time -> moments(day.atTime(time)))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Instant> moments(LocalDateTime time) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            return Stream.of(rules.getTransition(time).getInstant());
        }
        return offsets.stream().limit(cron.isHourly() ? 2 : 1).map(time::toInstant);
    }
}
