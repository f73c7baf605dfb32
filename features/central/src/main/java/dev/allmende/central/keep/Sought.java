package dev.allmende.central.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Something, or what it must wait for. */
public sealed interface Sought<V> {

    record Wants<V>(V value) implements Sought<V> {}

    /** @param what for people, such as {@code Network web is not ready} */
    record Waits<V>(String what) implements Sought<V> {}

    static <V> Sought<V> of(V value) {
        return new Wants<>(value);
    }

    default <U> Sought<U> map(Function<? super V, ? extends U> function) {
        return switch (this) {
            case Wants<V>(var value) -> new Wants<>(function.apply(value));
            case Waits<V>(var what) -> new Waits<>(what);
        };
    }

    default <U> Sought<U> then(Function<? super V, Sought<U>> function) {
        return switch (this) {
            case Wants<V>(var value) -> function.apply(value);
            case Waits<V>(var what) -> new Waits<>(what);
        };
    }

    /** All of them, or what the first waits for. */
    static <V> Sought<List<V>> all(Stream<Sought<V>> each) {
        var found = new ArrayList<V>();
        for (var one : each.toList()) {
            switch (one) {
                case Wants<V>(var value) -> found.add(value);
                case Waits<V>(var what) -> {
                    return new Waits<>(what);
                }
            }
        }
        return new Wants<>(List.copyOf(found));
    }
}
