package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of {@code status.conditions} (Kubernetes API conventions, typical status properties).
 *
 * @param status True, False or Unknown
 * @param since when it last changed
 */
public record Condition(String type, String status, String reason, String message, Moment since) {

    /** What a condition means for the reader. */
    public enum Tone {
        /** As it should be. */
        GOOD,
        /** Somebody must look. */
        BAD,
        /** Under way, or not known. */
        WAITING,
        /** Neither. */
        PLAIN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For eyes that do not tell colours. */
        public String mark() {
            return switch (this) {
                case GOOD -> "\u2713";
                case BAD -> "\u2715";
                case WAITING -> "\u2026";
                case PLAIN -> "\u00b7";
            };
        }
    }

    /** True is bad of types that end so. */
    private static final List<String> BAD_WHEN_TRUE = List.of(
            "Pressure",
            "Failed",
            "Failure",
            "Failing",
            "Degraded",
            "Stalled",
            "Conflict",
            "Error",
            "Unavailable",
            "Drifted",
            "NonStructuralSchema",
            "NearLimit",
            "Expired",
            "Suspended");

    private static final Set<String> UNDER_WAY =
            Set.of("Progressing", "Reconciling", "Terminating", "Deleting", "Issuing", "Updating");

    static List<Condition> of(JsonNode object, Moment.Clock clock) {
        List<Condition> conditions = new ArrayList<>();
        for (var condition : object.path("status").path("conditions")) {
            if (condition.isObject()) {
                conditions.add(new Condition(
                        Json.string(condition, "type"),
                        Json.string(condition, "status"),
                        Json.string(condition, "reason"),
                        Json.string(condition, "message"),
                        clock.moment(Json.string(condition, "lastTransitionTime"))));
            }
        }
        conditions.sort(Comparator.comparing(condition -> !condition.type().equals("Ready")));
        return conditions;
    }

    public Tone tone() {
        if (UNDER_WAY.contains(type)) {
            return status.equals("True") ? Tone.WAITING : Tone.PLAIN;
        }
        boolean bad = BAD_WHEN_TRUE.stream().anyMatch(type::endsWith);
        return switch (status) {
            case "True" -> bad ? Tone.BAD : Tone.GOOD;
            case "False" -> bad ? Tone.GOOD : Tone.BAD;
            default -> Tone.WAITING;
        };
    }

    /** In a row there is room for a word: the reason when not all is well. */
    public String brief() {
        return tone() == Tone.GOOD || reason.isEmpty() ? status : reason;
    }
}
