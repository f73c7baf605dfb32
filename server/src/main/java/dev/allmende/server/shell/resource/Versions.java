package dev.allmende.server.shell.resource;

import java.util.Comparator;
import java.util.stream.Stream;

/** Resource versions: numbers that grow over all kinds, see the DESIGN.md of the pages. */
public final class Versions {

    private Versions() {}

    /**
     * From here on nothing is missed. Changes after the first of several lists, and before its own list, are shown twice: that
     * does no harm.
     *
     * @return empty when there are none
     */
    public static String oldest(Stream<String> versions) {
        return versions.min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
