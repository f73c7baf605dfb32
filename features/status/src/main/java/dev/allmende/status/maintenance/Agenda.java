package dev.allmende.status.maintenance;

import dev.allmende.api.status.MaintenanceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All windows of a plan that matter at a time, each with how far it has come.
 *
 * @param courses by planned start
 * @param until when this is out of date; empty: never
 */
public record Agenda(List<Course> courses, Optional<Instant> until) {

    public Agenda {
        courses = List.copyOf(courses);
    }

    public static Agenda at(Plan plan, Instant now) {
        var windows = plan.windows(now);
        var edges = windows.stream().flatMap(window -> Course.nextEdge(plan, window, now).stream());
        // A series' horizon moves on at midnight.
        var midnight = plan.isSeries()
                ? Stream.of(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS))
                : Stream.<Instant>empty();
        return new Agenda(
                windows.stream().map(window -> Course.at(plan, window, now)).toList(),
                Stream.concat(edges, midnight).min(Comparator.naturalOrder()));
    }

    /** What runs; else what comes next; else what was last. Empty when there is nothing. */
    public Optional<Course> current() {
        return courses.stream()
                .filter(course -> course.state().isRunning())
                .findFirst()
                .or(() -> ahead().findFirst())
                .or(() -> courses.isEmpty() ? Optional.empty() : Optional.of(courses.getLast()));
    }

    /** What follows the current one, the next first. */
    public Stream<Course> following() {
        var current = current();
        return ahead().filter(course -> !Optional.of(course).equals(current));
    }

    private Stream<Course> ahead() {
        return courses.stream()
                .filter(course ->
                        course.state() == MaintenanceState.SCHEDULED || course.state() == MaintenanceState.ANNOUNCED);
    }
}
