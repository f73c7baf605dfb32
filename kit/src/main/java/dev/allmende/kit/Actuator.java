package dev.allmende.kit;

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
}
