package dev.allmende.conformance.flavor;

import java.util.List;
import java.util.stream.Stream;

/** The standard flavors of scs-0103-v1.2, in its order. */
public final class StandardFlavors {

    private static final List<String> MANDATORY = List.of(
            "SCS-1V-4",
            "SCS-2V-8",
            "SCS-4V-16",
            "SCS-8V-32",
            "SCS-1V-2",
            "SCS-2V-4",
            "SCS-4V-8",
            "SCS-8V-16",
            "SCS-16V-32",
            "SCS-1V-8",
            "SCS-2V-16",
            "SCS-4V-32",
            "SCS-1L-1",
            "SCS-2V-4-20s",
            "SCS-4V-16-100s");

    private static final List<String> RECOMMENDED = List.of(
            "SCS-1V-4-10",
            "SCS-2V-8-20",
            "SCS-4V-16-50",
            "SCS-8V-32-100",
            "SCS-1V-2-5",
            "SCS-2V-4-10",
            "SCS-4V-8-20",
            "SCS-8V-16-50",
            "SCS-16V-32-100",
            "SCS-1V-8-20",
            "SCS-2V-16-50",
            "SCS-4V-32-100",
            "SCS-1L-1-5",
            "SCS-16V-64",
            "SCS-8V-64",
            "SCS-16V-128");

    private static final List<StandardFlavor> ALL = Stream.concat(
                    MANDATORY.stream().map(name -> of(name, StandardFlavor.Level.MANDATORY)),
                    RECOMMENDED.stream().map(name -> of(name, StandardFlavor.Level.RECOMMENDED)))
            .toList();

    private StandardFlavors() {}

    public static List<StandardFlavor> all() {
        return ALL;
    }

    private static StandardFlavor of(String name, StandardFlavor.Level level) {
        return switch (FlavorNames.parse(name)) {
            case Parse.Parsed parsed -> new StandardFlavor(parsed.name(), level);
            case Parse.Invalid invalid -> throw new IllegalStateException(name + ": " + invalid);
        };
    }
}
