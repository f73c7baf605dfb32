package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Found;
import java.util.Optional;

/** Whether what was found, or not, is the resource's own. Pure. */
final class Identify {

    private Identify() {}

    /** What the resource says of itself. */
    record Claim(String uid, Optional<String> knownId, boolean observed, boolean imported, boolean again) {}

    /** What follows. */
    sealed interface Next {
        /** Nobody has it: it is to be made. */
        record Make() implements Next {}

        /** It is ours, or only looked at. */
        record Keep(Found found) implements Next {}

        /** It is to become ours. */
        record Adopt(Found found) implements Next {}

        /** Nothing can be done. */
        record Stuck(Verdict verdict) implements Next {}
    }

    /** @param what the thing as messages name it */
    static Next next(Claim claim, Optional<Found> found, String what) {
        if (found.isEmpty()) {
            return absent(claim, what);
        }
        if (claim.observed()) {
            return new Next.Keep(found.get());
        }
        var owner = found.get().owner();
        if (owner.isPresent()) {
            return owner.get().equals(claim.uid())
                    ? new Next.Keep(found.get())
                    : new Next.Stuck(Verdict.stuck(
                            "Conflict",
                            what + " belongs to another resource (uid " + owner.get() + "): take another name"));
        }
        if (claim.imported()) {
            return new Next.Adopt(found.get());
        }
        return claim.knownId().isPresent()
                // It lost its mark by another's hand; the id is proof enough.
                ? new Next.Adopt(found.get())
                : new Next.Stuck(Verdict.stuck(
                        "Conflict", what + " is there already: set import: {} to take it over, or take another name"));
    }

    private static Next absent(Claim claim, String what) {
        if (claim.knownId().isPresent() && (claim.observed() || !claim.again())) {
            return new Next.Stuck(Verdict.stuck(
                    "ExternallyDeleted",
                    what + " was removed by another's hand: change the spec, or set drift: Correct, to make it again"));
        }
        if (claim.observed() || (claim.imported() && claim.knownId().isEmpty())) {
            return new Next.Stuck(
                    Verdict.waiting(what + ", which is to be " + (claim.observed() ? "observed" : "imported")));
        }
        return new Next.Make();
    }
}
