package dev.allmende.central.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * Several, of which some are there already.
     *
     * @param waits what the first that is missing waits for; empty when all are there
     */
    record Partly<V>(List<V> there, Optional<String> waits) {

        public boolean isAll() {
            return waits.isEmpty();
        }

        /** What can be done with those that are there; when that is nothing, it waits for the rest. */
        public <C> Sought<List<C>> then(List<C> todo) {
            return todo.isEmpty() && !isAll() ? new Waits<>(waits.orElseThrow()) : new Wants<>(todo);
        }
    }

    static <V> Partly<V> partly(Stream<Sought<V>> each) {
        var there = new ArrayList<V>();
        Optional<String> waits = Optional.empty();
        for (var one : each.toList()) {
            switch (one) {
                case Wants<V>(var value) -> there.add(value);
                case Waits<V>(var what) -> waits = waits.or(() -> Optional.of(what));
            }
        }
        return new Partly<>(List.copyOf(there), waits);
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
