package dev.allmende.status.board;

import dev.allmende.api.status.StatusPageSpec.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Words for ranges of severity (SCS-0402): a range begins one above the end of the one below. 0 is maintenance and belongs
 * to no range.
 *
 * @param ranges by value, ascending
 */
public record Severities(List<Severity> ranges) {

    /** Those that SCS uses as its example. */
    public static final Severities USUAL = new Severities(
            List.of(new Severity("operational", 33), new Severity("limited", 66), new Severity("broken", 100)));

    /** Of all severities (SCS-0402). */
    public static final int HIGHEST = 100;

    public Severities {
        ranges =
                ranges.stream().sorted(Comparator.comparingInt(Severity::value)).toList();
    }

    /** What SCS-0402 has against a list of severities; empty when nothing. */
    public static Optional<String> fault(List<Severity> severities) {
        if (severities.stream().map(Severity::displayName).distinct().count() < severities.size()) {
            return Optional.of("displayName: there is a severity of this name");
        }
        if (severities.stream().map(Severity::value).distinct().count() < severities.size()) {
            return Optional.of("value: there is a severity with this value");
        }
        return severities.stream().anyMatch(severity -> severity.value() == HIGHEST)
                ? Optional.empty()
                : Optional.of("one severity must have the value %d (SCS-0402)".formatted(HIGHEST));
    }

    /** Empty for maintenance, and for what is above the highest range. */
    public Optional<Severity> of(int severity) {
        return severity == 0
                ? Optional.empty()
                : ranges.stream().filter(range -> severity <= range.value()).findFirst();
    }
}
