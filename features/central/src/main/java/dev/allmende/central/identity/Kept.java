package dev.allmende.central.identity;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each spec has: whose the thing is and what may happen to it. */
public interface Kept {

    @Nullable
    ManagementPolicy managementPolicy();

    @Nullable
    DeletionPolicy deletionPolicy();

    @Nullable
    Import imported();

    @Nullable
    DriftPolicy drift();

    /** Whether it may only be looked at. */
    default boolean observed() {
        return managementPolicy() == ManagementPolicy.OBSERVE;
    }

    default DriftPolicy driftOrReport() {
        return Optional.ofNullable(drift()).orElse(DriftPolicy.REPORT);
    }

    /** What is imported stays, unless the spec says otherwise; what is only observed stays in any case. */
    default DeletionPolicy deletion(DeletionPolicy ofKind) {
        if (observed()) {
            return DeletionPolicy.RETAIN;
        }
        var unsaid = imported() == null ? ofKind : DeletionPolicy.RETAIN;
        return Optional.ofNullable(deletionPolicy()).orElse(unsaid);
    }
}
