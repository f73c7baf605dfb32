package dev.allmende.apiserver.schema;

import java.util.Optional;
import java.util.function.Predicate;

/** Formats of strings by name, for others than schemas. */
public final class StringFormats {

    private StringFormats() {}

    /** @return empty when nobody checks this format */
    public static Optional<Predicate<String>> named(String name) {
        return Optional.ofNullable(Formats.named(name));
    }
}
