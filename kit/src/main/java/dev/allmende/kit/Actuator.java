package dev.allmende.kit;

import java.time.Duration;
import java.util.Optional;

/**
 * Looks at one object and takes one step. Blocking; runs on a virtual thread; never twice at once for one object. May be
 * killed between any two lines, so each step must bear being taken again.
 */
public interface Actuator<R, S> {

    /**
     * @param resource as the API has it; not to be changed
     * @throws InterruptedException when the program ends
     */
    Outcome<S> act(R resource) throws InterruptedException;

    /**
     * How long an object can be left alone at most, because something is due then; empty for as long as is usual.
     *
     * @param status that came of a look
     */
    default Optional<Duration> patience(S status) {
        return Optional.empty();
    }
}
