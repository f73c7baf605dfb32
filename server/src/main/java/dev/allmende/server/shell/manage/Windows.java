package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.status.maintenance.Agenda;
import dev.allmende.status.maintenance.Course;
import dev.allmende.status.maintenance.InvalidPlan;
import dev.allmende.status.maintenance.Plan;
import dev.allmende.status.page.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Windows of a maintenance that somebody may still change. */
final class Windows {

    private static final int MOST = 5;

    private Windows() {}

    /**
     * A window.
     *
     * @param of its name: the start that the plan gave it
     * @param start as it is planned now, local time of the plan
     * @param state in the reader's language
     */
    public record Line(String of, String start, String end, String state, boolean isRunning, boolean isVerified) {}

    /** Those that run and those that come, the next first; none of an object that is not stored yet. */
    static List<Line> of(Reader reader, JsonNode maintenance) {
        return plan(maintenance).stream()
                .filter(Plan::isApproved)
                .flatMap(plan -> Agenda.at(plan, now(reader)).courses().stream()
                        .filter(course -> !course.state().isOver())
                        .limit(MOST)
                        .map(course -> line(reader, plan, course)))
                .toList();
    }

    /** The window that runs, comes or was last; empty for what is no plan. */
    static Optional<Course> current(Reader reader, JsonNode maintenance) {
        return plan(maintenance).flatMap(plan -> Agenda.at(plan, now(reader)).current());
    }

    private static Optional<Plan> plan(JsonNode maintenance) {
        if (!maintenance.path("spec").has("start")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Plan.of(Offers.typed(maintenance.path("spec"), MaintenanceSpec.class)));
        } catch (InvalidPlan broken) {
            return Optional.empty();
        }
    }

    private static Line line(Reader reader, Plan plan, Course course) {
        var window = course.window();
        return new Line(
                window.key(),
                local(plan, window.start()),
                local(plan, window.end()),
                word(reader, course),
                course.state().isRunning(),
                window.change().verifyingAt() != null);
    }

    private static String local(Plan plan, Instant time) {
        return LocalDateTime.ofInstant(time, plan.zone()).toString();
    }

    /** The state of a window, in the reader's language. */
    static String word(Reader reader, Course course) {
        var language = Stream.of(reader.visit().display().language().code())
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse("en");
        return Texts.in(language).of("plan." + course.state().name());
    }

    private static Instant now(Reader reader) {
        return reader.clock().source().instant();
    }
}
