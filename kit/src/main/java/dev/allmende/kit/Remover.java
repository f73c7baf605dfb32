package dev.allmende.kit;

/** Takes away what an object stands for, before the object goes. */
public interface Remover<R, S> {

    /**
     * One step; asked again until nothing is left.
     *
     * @param resource as the API has it, on its way out; not to be changed
     * @throws InterruptedException when the program ends
     */
    Step<S> remove(R resource) throws InterruptedException;

    /** How far it came. */
    sealed interface Step<S> {}

    /** Nothing is left: the object may go. */
    record Gone<S>() implements Step<S> {}

    /** The object must stay for now. */
    record Left<S>(Outcome<S> outcome) implements Step<S> {}
}
