package dev.allmende.status.availability;

import java.util.OptionalDouble;

/**
 * What a component suffered in a period, in seconds. Maintenance and unknown time do not overlap: under maintenance, unknown
 * time counts as maintenance.
 *
 * @param total length of the period
 * @param maintenance under a window, whatever else happened
 * @param unknown outside windows
 * @param lost outside windows, each second by the weight of the worst severity
 * @param lostInAll likewise, and in windows by what was expected or suffered, whichever is worse
 * @param unknownInAll unknown time, in windows too
 * @param worst severity outside windows; 0 for none
 */
public record Tally(
        double total,
        double maintenance,
        double unknown,
        double lost,
        double lostInAll,
        double unknownInAll,
        int worst) {

    /** 0 to 1, of the time outside maintenance that something is known of; empty when there is none. */
    public OptionalDouble availability() {
        return part(lost, total - maintenance - unknown);
    }

    /** 0 to 1, with maintenance counted as what it was expected to cost; empty when nothing is known. */
    public OptionalDouble availabilityWithMaintenance() {
        return part(lostInAll, total - unknownInAll);
    }

    private static OptionalDouble part(double lost, double counted) {
        return counted <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - Math.min(lost, counted) / counted);
    }
}
