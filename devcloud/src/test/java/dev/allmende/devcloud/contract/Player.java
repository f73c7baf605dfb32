package dev.allmende.devcloud.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.net.http.HttpResponse;
import java.util.List;

/** Plays the script and keeps the shape of each answer. It never stops early, so that what was made is removed again. */
final class Player {
    private static final int TRIES = 120;

    private Player() {}

    /** Name of the step to the shape of its answer, in the order of the script. */
    static ObjectNode play(List<Step> script, Target target) {
        ObjectNode shapes = Json.object();
        for (Step step : script) {
            HttpResponse<String> answer = patient(step, target);
            if (shapes.has(step.name())) {
                throw new IllegalStateException("two steps are called: " + step.name());
            }
            shapes.set(step.name(), Shape.of(answer));
            for (Step.Save save : step.saves()) {
                target.variables.put(save.variable(), value(answer, save));
            }
        }
        return shapes;
    }

    private static HttpResponse<String> patient(Step step, Target target) {
        HttpResponse<String> answer = target.play(step);
        for (int i = 0; i < TRIES && step.until().isPresent(); i++) {
            Step.Until until = step.until().get();
            boolean there = until.status() != 0
                    ? answer.statusCode() == until.status()
                    : until.values()
                            .contains(Shape.json(answer).at(until.pointer()).asText());
            if (there) {
                break;
            }
            target.pause();
            answer = target.play(step);
        }
        return answer;
    }

    private static String value(HttpResponse<String> answer, Step.Save save) {
        if (save.pointer().startsWith("header:")) {
            return answer.headers().firstValue(save.pointer().substring(7)).orElse("none");
        }
        JsonNode found = Shape.json(answer).at(save.pointer());
        if (save.where().isEmpty()) {
            return found.isMissingNode() ? "none" : found.asText();
        }
        for (JsonNode element : found) {
            if (element.path(save.where()).asText().equals(save.is())) {
                return element.path(save.field()).asText();
            }
        }
        return "none";
    }
}
