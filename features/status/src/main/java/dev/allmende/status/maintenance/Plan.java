package dev.allmende.status.maintenance;

import dev.allmende.api.status.Approval;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.api.status.WindowChange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance as it is planned. A local time that the clocks leave out is read with the offset before the change, one that
 * they have twice is the first (RFC 5545 3.3.5).
 */
public final class Plan {

    /** A window may be moved by so much: beyond that it is another one. */
    static final Duration FARTHEST_MOVE = Duration.ofDays(31);

    private static final int HORIZON_DAYS = 90;
    private static final Duration PAST = Duration.ofDays(400);

    private final MaintenanceSpec spec;
    private final ZoneId zone;
    private final LocalDateTime start;
    private final Optional<Series> series;
    private final Map<LocalDateTime, WindowChange> changes;
    private final List<Duration> leads;

    private Plan(MaintenanceSpec spec) throws InvalidPlan {
        this.spec = spec;
        zone = zone(spec.timeZone());
        start = local("start", spec.start());
        series = spec.recurrence() == null ? Optional.empty() : Optional.of(Series.of(start, spec.recurrence(), zone));
        changes = changes(spec.changes());
        leads = leads(spec.announce());
        checkLength();
    }

    public static Plan of(MaintenanceSpec spec) throws InvalidPlan {
        return new Plan(spec);
    }

    public MaintenanceSpec spec() {
        return spec;
    }

    public ZoneId zone() {
        return zone;
    }

    /** How long before a start readers are told, the longest first. */
    public List<Duration> leads() {
        return leads;
    }

    public boolean isSeries() {
        return series.isPresent();
    }

    public boolean isApproved() {
        return spec.approval() == Approval.NOT_NEEDED || spec.approvedBy() != null;
    }

    /** All that matter at a time, by start: of a series those of the last 400 days and up to the horizon. */
    public List<Window> windows(Instant now) {
        var today = now.truncatedTo(ChronoUnit.DAYS);
        int horizon = Objects.requireNonNullElse(spec.horizonDays(), HORIZON_DAYS);
        return isSeries()
                ? windows(today.minus(PAST), today.plus(horizon + 1, ChronoUnit.DAYS))
                : windows(Instant.MIN, Instant.MAX);
    }

    /** Those of which some lies between two times, by start. */
    public List<Window> windows(Instant from, Instant to) {
        return starts(from, to)
                .filter(of -> !isException(of))
                .map(this::window)
                .filter(window -> window.end().isAfter(from) && window.start().isBefore(to))
                .sorted(Comparator.comparing(Window::start).thenComparing(Window::of))
                .toList();
    }

    private Stream<LocalDateTime> starts(Instant from, Instant to) {
        return series.map(
                        rule -> rule
                                .between(
                                        local(from.minus(FARTHEST_MOVE).minus(nominal())),
                                        local(to.plus(FARTHEST_MOVE)))
                                .stream())
                .orElseGet(() -> Stream.of(start));
    }

    private LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, zone);
    }

    private boolean isException(LocalDateTime of) {
        return spec.exceptions().stream()
                .anyMatch(text -> text.length() <= 10
                        ? text.equals(of.toLocalDate().toString())
                        : LocalDateTime.parse(text).equals(of));
    }

    private Window window(LocalDateTime of) {
        var change = changes.getOrDefault(of, WindowChange.none(of.toString()));
        var from = change.start() == null ? of : LocalDateTime.parse(change.start());
        var begin = moment(from);
        var end = change.end() == null ? planned(from, begin) : moment(LocalDateTime.parse(change.end()));
        return new Window(of, begin, end.isAfter(begin) ? end : begin.plus(nominal()), change);
    }

    private Instant planned(LocalDateTime from, Instant begin) {
        return spec.length() == null ? moment(from.plus(nominal())) : begin.plus(nominal());
    }

    private Instant moment(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /** As the plan writes it: on the clock, or as time that passes. */
    private Duration nominal() {
        return spec.end() == null
                ? Duration.parse(Objects.requireNonNull(spec.length()))
                : Duration.between(start, LocalDateTime.parse(spec.end()));
    }

    private void checkLength() throws InvalidPlan {
        try {
            if (!nominal().isPositive()) {
                throw new InvalidPlan(
                        spec.end() == null ? "length: it must be more than nothing" : "end lies before start");
            }
        } catch (DateTimeException | ArithmeticException | NullPointerException e) {
            throw new InvalidPlan("end or length: no time there is: " + e.getMessage());
        }
    }

    private static Map<LocalDateTime, WindowChange> changes(List<WindowChange> all) throws InvalidPlan {
        for (var change : all) {
            var of = local("changes.of", change.of());
            var moved = change.start() == null ? of : local("changes.start", change.start());
            if (Duration.between(of, moved).abs().compareTo(FARTHEST_MOVE) > 0) {
                throw new InvalidPlan("changes: %s is moved by more than %d days: cancel it and plan another"
                        .formatted(change.of(), FARTHEST_MOVE.toDays()));
            }
            if (change.end() != null && !local("changes.end", change.end()).isAfter(moved)) {
                throw new InvalidPlan("changes: the end of %s lies before its start".formatted(change.of()));
            }
        }
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        change -> LocalDateTime.parse(change.of()), Function.identity(), (first, second) -> second));
    }

    private static List<Duration> leads(List<String> texts) throws InvalidPlan {
        try {
            return texts.stream()
                    .map(Duration::parse)
                    .collect(Collectors.collectingAndThen(Collectors.toSet(), Plan::longestFirst));
        } catch (DateTimeException e) {
            throw new InvalidPlan("announce: no duration of ISO 8601: " + e.getMessage());
        }
    }

    private static List<Duration> longestFirst(Set<Duration> leads) {
        return leads.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static ZoneId zone(String name) throws InvalidPlan {
        try {
            return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InvalidPlan("timeZone: %s is no time zone of IANA".formatted(name));
        }
    }

    private static LocalDateTime local(String field, @Nullable String text) throws InvalidPlan {
        try {
            return LocalDateTime.parse(Objects.requireNonNullElse(text, ""));
        } catch (DateTimeException e) {
            throw new InvalidPlan("%s: there is no %s".formatted(field, text));
        }
    }
}
