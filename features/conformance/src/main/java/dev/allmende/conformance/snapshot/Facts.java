package dev.allmende.conformance.snapshot;

import java.util.function.Function;

/** What is known of a cloud, as test cases see it. */
@FunctionalInterface
public interface Facts {

    <T> Known<T> of(Input<T> input);

    /** The facts of one input, or why there are none. */
    sealed interface Known<T> {

        /** What becomes of it in either case; {@code unknown} gets the reason. */
        default <R> R fold(Function<? super T, ? extends R> seen, Function<? super String, ? extends R> unknown) {
            return switch (this) {
                case Seen<T>(var value) -> seen.apply(value);
                case Unknown<T>(var cause, var why) -> unknown.apply(why);
            };
        }

        record Seen<T>(T value) implements Known<T> {}

        record Unknown<T>(Observation.Why cause, String why) implements Known<T> {}
    }
}
