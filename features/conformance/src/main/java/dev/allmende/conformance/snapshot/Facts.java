package dev.allmende.conformance.snapshot;

/** What is known of a cloud, as test cases see it. */
@FunctionalInterface
public interface Facts {

    <T> Known<T> of(Input<T> input);

    /** The facts of one input, or why there are none. */
    sealed interface Known<T> {
        record Seen<T>(T value) implements Known<T> {}

        record Unknown<T>(Observation.Why cause, String why) implements Known<T> {}
    }
}
