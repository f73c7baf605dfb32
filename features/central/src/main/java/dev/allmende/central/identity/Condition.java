package dev.allmende.central.identity;

import org.jspecify.annotations.Nullable;

/**
 * One side of a resource's state (Kubernetes' meta/v1 Condition).
 *
 * @param type Ready: usable now; Synced: the thing is as the spec says; Progressing: will be tried again by itself
 * @param status True, False or Unknown
 * @param lastTransitionTime when status changed last, RFC 3339
 */
public record Condition(
        String type,
        String status,
        String reason,
        String message,
        String lastTransitionTime,
        @Nullable Long observedGeneration) {

    boolean saysTheSame(Condition other) {
        return type.equals(other.type)
                && status.equals(other.status)
                && reason.equals(other.reason)
                && message.equals(other.message);
    }
}
