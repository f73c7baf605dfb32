package dev.allmende.status.maintenance;

import dev.allmende.api.status.Cancellation;
import dev.allmende.api.status.MaintenanceEdge;
import dev.allmende.api.status.MaintenanceState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a window has come at a time.
 *
 * @param began when work began; before that, when it is to begin
 * @param ended when it ended; before that, when it is to end; the same as {@code began} when it never ran and never will.
 *     Of a window that overruns, or waits for its start to be confirmed, the next full quarter of an hour: so that it is
 *     always in the time that it is shown for
 * @param reason why it was called off; empty when it was not
 */
public record Course(Window window, MaintenanceState state, Instant began, Instant ended, String reason) {

    private static final Duration STEP = Duration.ofMinutes(15);

    /** State at a time: a function of plan, window and time alone. */
    public static Course at(Plan plan, Window window, Instant now) {
        var begin = begin(plan, window);
        var finish = finish(plan, window);
        var cancelled = cancelled(plan, window)
                .filter(at -> !at.time().isAfter(now))
                .filter(at ->
                        begin.isEmpty() || finish.isEmpty() || finish.get().isAfter(at.time()));
        if (cancelled.isPresent()) {
            return calledOff(window, begin, cancelled.get());
        }
        if (begin.isEmpty() && !now.isBefore(window.end())) {
            var why = plan.isApproved() ? "nobody began it" : "nobody approved it";
            return new Course(window, MaintenanceState.CANCELLED, window.start(), window.start(), why);
        }
        if (begin.isEmpty() || begin.get().isAfter(now)) {
            return ahead(plan, window, now);
        }
        return running(window, begin.get(), finish, now);
    }

    private static Course ahead(Plan plan, Window window, Instant now) {
        boolean announced = plan.isApproved()
                && plan.leads().stream()
                        .anyMatch(lead -> !window.start().minus(lead).isAfter(now));
        var state = announced ? MaintenanceState.ANNOUNCED : MaintenanceState.SCHEDULED;
        var began = window.start().isAfter(now) ? window.start() : step(now);
        return new Course(window, state, began, later(window.end(), began), "");
    }

    private static Course running(Window window, Instant begin, Optional<Instant> finish, Instant now) {
        if (finish.isPresent() && !finish.get().isAfter(now)) {
            return new Course(window, MaintenanceState.COMPLETED, begin, later(finish.get(), begin), "");
        }
        if (!now.isBefore(window.end())) {
            return new Course(window, MaintenanceState.OVERRUN, begin, step(now), "");
        }
        var verifying = time(window.change().verifyingAt());
        var state = verifying != null && !verifying.isAfter(now)
                ? MaintenanceState.VERIFYING
                : MaintenanceState.IN_PROGRESS;
        return new Course(window, state, begin, finish.orElse(window.end()), "");
    }

    private static Course calledOff(Window window, Optional<Instant> begin, Stop stop) {
        var ran = begin.filter(time -> time.isBefore(stop.time()));
        return new Course(
                window,
                MaintenanceState.CANCELLED,
                ran.orElse(window.start()),
                ran.isPresent() ? stop.time() : window.start(),
                stop.reason());
    }

    /** When something about the window changes next by time alone; empty: never. */
    static Optional<Instant> nextEdge(Plan plan, Window window, Instant now) {
        var change = window.change();
        var leads = plan.leads().stream().map(lead -> window.start().minus(lead));
        var own = Stream.of(change.startedAt(), change.verifyingAt(), change.finishedAt())
                .map(Course::time)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
        var stops = stops(plan, window).map(Stop::time);
        var plain = Stream.of(window.start(), window.end());
        var slides = slides(at(plan, window, now), now) ? Stream.of(step(now)) : Stream.<Instant>empty();
        return Stream.of(leads, own, stops, plain, slides)
                .flatMap(each -> each)
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static boolean slides(Course course, Instant now) {
        return course.state() == MaintenanceState.OVERRUN
                || (!course.state().isOver()
                        && !course.state().isRunning()
                        && !course.window().start().isAfter(now));
    }

    private static Optional<Instant> begin(Plan plan, Window window) {
        if (!plan.isApproved()) {
            return Optional.empty();
        }
        var started = time(window.change().startedAt());
        return started != null || plan.spec().begins() == MaintenanceEdge.WHEN_CONFIRMED
                ? Optional.ofNullable(started)
                : Optional.of(window.start());
    }

    private static Optional<Instant> finish(Plan plan, Window window) {
        var finished = time(window.change().finishedAt());
        return finished != null || plan.spec().ends() == MaintenanceEdge.WHEN_CONFIRMED
                ? Optional.ofNullable(finished)
                : Optional.of(window.end());
    }

    private record Stop(Instant time, String reason) {}

    private static Optional<Stop> cancelled(Plan plan, Window window) {
        return stops(plan, window).min(Comparator.comparing(Stop::time));
    }

    private static Stream<Stop> stops(Plan plan, Window window) {
        return Stream.of(stop(plan.spec().cancelled()), stop(window.change().cancelled()))
                .flatMap(Optional::stream);
    }

    private static Optional<Stop> stop(@Nullable Cancellation cancellation) {
        return cancellation == null
                ? Optional.empty()
                : Optional.of(new Stop(OffsetDateTime.parse(cancellation.at()).toInstant(), cancellation.reason()));
    }

    private static Instant step(Instant now) {
        long seconds = STEP.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
