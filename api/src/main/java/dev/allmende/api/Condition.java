package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is known of an object (Kubernetes API conventions, meta/v1 Condition).
 *
 * @param type {@link #READY}, {@link #SYNCED} or {@link #PROGRESSING}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param lastTransitionTime RFC 3339, when the status last changed
 */
public record Condition(
        @Describe("Ready, Synced or Progressing.") @TextLimits(max = 64)
        String type,

        @Describe("True, False or Unknown.") @TextLimits(pattern = "^(True|False|Unknown)$")
        String status,

        @Describe("One word that programs may rely on.") @TextLimits(max = 64)
        String reason,

        @Describe("For people.") @TextLimits(max = 4096) String message,

        @Describe("When the status last changed.") @TextLimits(format = "date-time")
        String lastTransitionTime,

        @Describe("Generation of the spec that this is about.")
        long observedGeneration) {

    /** The object is there and can be used. */
    public static final String READY = "Ready";

    /** What is there is what the spec wants. */
    public static final String SYNCED = "Synced";

    /** True: there will be another try. False: nothing more happens until the spec changes. */
    public static final String PROGRESSING = "Progressing";

    @JsonIgnore
    public boolean isTrue() {
        return status.equals("True");
    }

    /** Whether an object with this status can be used. */
    public static boolean isReady(Observed status) {
        return find(status.conditions(), READY).filter(Condition::isTrue).isPresent();
    }

    public static Optional<Condition> find(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }
}
