package dev.allmende.conformance.scope;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the result of a test case counts (scs-0003-v1). */
public enum Lifetime {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Of a test case that names none. */
    public static final Lifetime DEFAULT = WEEK;

    /** The word in scope files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * First day on which a result no longer counts; it ends at midnight, local time, as upstream's monitor
     * (compliance-monitor at commit 077174d9) has it.
     */
    public LocalDate expires(LocalDate checked) {
        return switch (this) {
            case DAY -> checked.plusDays(2);
            case WEEK -> checked.plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> checked.withDayOfMonth(1).plusMonths(2);
            case QUARTER ->
                checked.withDayOfMonth(1)
                        .minusMonths((checked.getMonthValue() - 1) % 3)
                        .plusMonths(6);
            case YEAR -> MONTH.expires(checked).plusYears(1);
        };
    }
}
