package dev.allmende.status.caller;

import dev.allmende.status.view.Ask;
import java.util.Optional;

/** Finds out who asks. */
@FunctionalInterface
public interface Callers {

    /** Knows nobody. */
    Callers NONE = ask -> Optional.empty();

    /** Empty when the request carries no proof, or one that does not hold. */
    Optional<Caller> who(Ask ask);
}
