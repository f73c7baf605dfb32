package dev.allmende.status.board;

import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceState;
import dev.allmende.status.maintenance.Agenda;
import dev.allmende.status.maintenance.Course;
import dev.allmende.status.maintenance.InvalidPlan;
import dev.allmende.status.maintenance.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes happenings of maintenance: each window one of its own, whose identifier stays when it is moved, with severity 0 on
 * all that it affects (SCS-0402).
 */
final class MaintenanceReader {

    /** Longer than any horizon. */
    private static final Duration FAR = Duration.ofDays(9999);

    private final Page page;
    private final Map<String, UUID> parts;
    private final Map<String, UUID> kinds;
    private final Instant now;

    /** @param parts identifiers of components by the names of their resources; likewise the impact types */
    MaintenanceReader(Page page, Map<String, UUID> parts, Map<String, UUID> kinds, Instant now) {
        this.page = page;
        this.parts = parts;
        this.kinds = kinds;
        this.now = now;
    }

    /**
     * Windows of one maintenance.
     *
     * @param until when they are out of date; empty: never
     */
    record Windows(List<Happening> happenings, Optional<Instant> until) {

        static final Windows NONE = new Windows(List.of(), Optional.empty());
    }

    /** None of a plan that cannot be, which its object tells, or that nobody has approved. */
    Windows read(Maintenance maintenance) {
        try {
            var plan = Plan.of(maintenance.getSpec());
            if (!plan.isApproved()) {
                return Windows.NONE;
            }
            var agenda = Agenda.at(plan, now);
            return new Windows(
                    agenda.courses().stream()
                            .map(course -> happening(maintenance, plan, course))
                            .toList(),
                    agenda.until());
        } catch (InvalidPlan e) {
            return Windows.NONE;
        }
    }

    private Happening happening(Maintenance maintenance, Plan plan, Course course) {
        var spec = maintenance.getSpec();
        var window = course.window();
        return new Happening(
                Ids.of(maintenance, window.key()),
                Happening.Sort.MAINTENANCE,
                maintenance.getMetadata().getName(),
                Wording.of(spec.displayName(), spec.description(), spec.translations()),
                course.began(),
                course.ended(),
                phase(course.state()),
                effects(spec.affects()),
                BoardReader.notes(spec.updates()),
                new Happening.Plan(
                        window.key(),
                        course.state(),
                        window.start(),
                        window.end(),
                        reason(course),
                        Objects.requireNonNullElse(spec.ticket(), ""),
                        Objects.requireNonNullElse(maintenance.getMetadata().getGeneration(), 1L),
                        window.isMoved(),
                        announced(plan, course)));
    }

    /** The shortest of its lead times that has begun; a plan without any is told of at once. */
    private Optional<Duration> announced(Plan plan, Course course) {
        var leads = plan.leads().isEmpty() ? List.of(FAR) : plan.leads();
        return leads.stream()
                .filter(lead -> !course.window().start().minus(lead).isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static String reason(Course course) {
        return course.reason().isEmpty()
                ? Objects.requireNonNullElse(course.window().change().reason(), "")
                : course.reason();
    }

    /** The first until it begins, then the middle one, then the one before the last, then the last. */
    private @Nullable Phase phase(MaintenanceState state) {
        return page.newestPhases()
                .filter(list -> !list.phases().isEmpty())
                .map(list ->
                        new Phase(list.generation(), place(state, list.phases().size())))
                .orElse(null);
    }

    static int place(MaintenanceState state, int phases) {
        int beforeLast = Math.max(0, phases - 2);
        return switch (state) {
            case SCHEDULED, ANNOUNCED -> 0;
            case IN_PROGRESS, OVERRUN -> Math.min(phases / 2, beforeLast);
            case VERIFYING -> beforeLast;
            case COMPLETED, CANCELLED -> phases - 1;
        };
    }

    private List<Effect> effects(List<ExpectedImpact> affects) {
        return affects.stream().flatMap(each -> effect(each).stream()).toList();
    }

    private Optional<Effect> effect(ExpectedImpact impact) {
        var part = parts.get(impact.componentRef().name());
        var kind = kinds.get(impact.impactTypeRef().name());
        return part == null || kind == null
                ? Optional.empty()
                : Optional.of(new Effect(part, kind, 0, impact.expectedSeverity()));
    }
}
