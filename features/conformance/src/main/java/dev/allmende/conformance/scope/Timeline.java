package dev.allmende.conformance.scope;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which version was worth what, and when. Newest period first. */
public record Timeline(List<Period> periods) {

    public Timeline {
        periods = periods.stream()
                .sorted(Comparator.comparing(Period::from).reversed())
                .toList();
    }

    /** Lasts until the day before the next later period. */
    public record Period(LocalDate from, Map<String, Validity> versions) {
        public Period {
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    /** Empty before the first period. */
    public Optional<Period> on(LocalDate date) {
        return periods.stream().filter(period -> !period.from().isAfter(date)).findFirst();
    }
}
