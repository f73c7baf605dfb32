package dev.allmende.api.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Whose names stand in a maintenance that two people agree on: each those of who wrote them. Decided from JSON alone, since
 * only an API knows who writes. What is said here is said once more, in CEL, in {@code deploy/kubernetes/protection.yaml}.
 * Pure.
 */
public final class FourEyes {

    /** Fields of the spec that are approved. News, texts, and what becomes of single windows may change afterwards. */
    public static final List<String> PLAN = List.of(
            "start", "end", "length", "timeZone", "recurrence", "exceptions", "begins", "ends", "affects", "approval");

    private static final String REQUIRED = "Required";

    private FourEyes() {}

    /** Whether a spec says that two people must agree. */
    public static boolean areNeeded(JsonNode spec) {
        return text(spec, "approval").equals(REQUIRED);
    }

    public static boolean isSamePlan(JsonNode spec, JsonNode other) {
        return PLAN.stream().allMatch(field -> plain(spec.path(field)).equals(plain(other.path(field))));
    }

    /** Nothing written and an empty list mean the same. */
    private static JsonNode plain(JsonNode value) {
        return value.isArray() && value.isEmpty() ? value.path("nothing") : value;
    }

    /**
     * Why somebody may not write a maintenance so; empty when they may.
     *
     * @param old spec that is stored; of no fields for a new object
     * @param spec that is to be stored
     * @param user who writes it
     */
    public static Optional<String> refusal(JsonNode old, JsonNode spec, String user) {
        for (var field : List.of("requestedBy", "approvedBy")) {
            var name = text(spec, field);
            if (!name.isEmpty() && !name.equals(user) && !name.equals(text(old, field))) {
                return Optional.of("spec.%s: everybody writes their own name there: you are %s".formatted(field, user));
            }
        }
        if (areNeeded(old) && !areNeeded(spec)) {
            return Optional.of("spec.approval: once needed, it stays so: call it off and plan another");
        }
        boolean isOwn = text(spec, "requestedBy").equals(user) && !spec.has("approvedBy");
        if (areNeeded(spec) && !isOwn && !isSamePlan(old, spec)) {
            return Optional.of("spec: another plan is to be approved anew: set requestedBy to " + user
                    + " and leave approvedBy out");
        }
        return Optional.empty();
    }

    private static String text(JsonNode spec, String field) {
        return spec.path(field).asText("");
    }
}
