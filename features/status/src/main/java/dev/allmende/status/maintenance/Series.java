package dev.allmende.status.maintenance;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * Starts of a series by a rule of RFC 5545 (3.3.10), in local time: the clocks' changes are the business of who turns them
 * into moments. The first start belongs to the series whether the rule has it or not (3.8.5.3).
 */
final class Series {

    /** So many are looked at for one question: a rule of many times a day for years is no plan. */
    private static final int MOST = 4096;

    private final LocalDateTime first;
    private final RecurrenceRule rule;

    private Series(LocalDateTime first, RecurrenceRule rule) {
        this.first = first;
        this.rule = rule;
    }

    /** @param zone that an end of the rule in UTC is read in */
    static Series of(LocalDateTime first, String text, ZoneId zone) throws InvalidPlan {
        try {
            var rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
            if (rule.getFreq().compareTo(Freq.DAILY) > 0) {
                throw new InvalidPlan(
                        "recurrence: %s is too often, a series is daily at most".formatted(rule.getFreq()));
            }
            until(rule, zone);
            var series = new Series(first, rule);
            series.between(first, first);
            return series;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new InvalidPlan("recurrence: no rule of RFC 5545: " + e.getMessage());
        }
    }

    /** The library compares local times with local times only. */
    private static void until(RecurrenceRule rule, ZoneId zone) {
        var until = rule.getUntil();
        if (until == null) {
            return;
        }
        if (until.isAllDay()) {
            rule.setUntil(
                    local(java(new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59))));
        } else if (!until.isFloating()) {
            rule.setUntil(local(
                    java(until).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()));
        }
    }

    /** Ascending, both ends inclusive. */
    List<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
        var starts = new TreeSet<LocalDateTime>();
        if (!first.isBefore(from) && !first.isAfter(to)) {
            starts.add(first);
        }
        var each = rule.iterator(local(first));
        if (from.isAfter(first)) {
            each.fastForward(local(from));
        }
        for (int i = 0; i < MOST && each.hasNext(); i++) {
            var start = java(each.nextDateTime());
            if (start.isAfter(to)) {
                break;
            }
            if (!start.isBefore(from)) {
                starts.add(start);
            }
        }
        return new ArrayList<>(starts);
    }

    private static DateTime local(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime java(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
