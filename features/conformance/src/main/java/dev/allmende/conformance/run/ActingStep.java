package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one step of an {@link Acting} ended.
 *
 * @param what was done, for people
 * @param why one line; empty when it ended well
 * @param took how long the wait was; zero for a step without one
 */
public record ActingStep(String what, Ending ending, String why, Duration took) {

    /** How a step ended. */
    public enum Ending {
        OK,
        /** The cloud said no. */
        REFUSED,
        /** The service or the function is not there. */
        MISSING,
        /** The project's quota is used up: not the cloud's fault. */
        QUOTA,
        /** No answer, or one that says to come back later. */
        LOST,
        /** The cloud gave no end to it in time. */
        STUCK,
        /** The cloud tried and failed. */
        BROKEN;

        /** Whether it says something about the cloud, rather than about this run. */
        public boolean isTheCloudsVerdict() {
            return switch (this) {
                case REFUSED, MISSING, BROKEN -> true;
                case OK, QUOTA, LOST, STUCK -> false;
            };
        }
    }

    static RecordedAnswer write(String name, List<ActingStep> steps) {
        var document = Json.object();
        var list = document.putArray("steps");
        steps.forEach(step -> list.addObject()
                .put("what", step.what)
                .put("ending", step.ending.name().toLowerCase(Locale.ROOT))
                .put("why", step.why)
                .put("ms", step.took.toMillis()));
        return new RecordedAnswer(name, 0, Map.of(), document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws UnreadableAnswer when that is no record of steps */
    public static List<ActingStep> read(RecordedAnswer answer) {
        var steps = new ArrayList<ActingStep>();
        var document = Json.tree(answer.body())
                .orElseThrow(() -> new UnreadableAnswer(answer.request() + ": this is no record of steps"));
        for (var step : document.path("steps")) {
            steps.add(read(answer, step));
        }
        return steps;
    }

    private static ActingStep read(RecordedAnswer answer, JsonNode step) {
        var ending = step.path("ending").asText();
        try {
            return new ActingStep(
                    step.path("what").asText(),
                    Ending.valueOf(ending.toUpperCase(Locale.ROOT)),
                    step.path("why").asText(),
                    Duration.ofMillis(step.path("ms").asLong()));
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableAnswer(answer.request() + ": no step ends with '" + ending + "'", unknown);
        }
    }
}
