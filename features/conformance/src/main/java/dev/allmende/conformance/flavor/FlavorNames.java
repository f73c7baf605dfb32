package dev.allmende.conformance.flavor;

import java.util.List;
import java.util.Optional;

/** Reads SCS flavor names (scs-0100, v1 to v3.3). */
public final class FlavorNames {

    /** What every SCS flavor name, and no other, starts with. */
    public static final String PREFIX = "SCS-";

    private FlavorNames() {}

    /** Whether the standard has anything to say about a name. */
    public static boolean isScs(String name) {
        return name.startsWith(PREFIX);
    }

    /** Reads a name by the standard's grammar. Never throws. */
    public static Parse parse(String name) {
        return parse(name, Dialect.STANDARD);
    }

    /** Reads a name in one pass and finds all its problems. Never throws. */
    public static Parse parse(String name, Dialect dialect) {
        if (!isScs(name)) {
            return noPrefix(name, dialect);
        }
        return new NameScanner(name, dialect).scan();
    }

    private static Parse noPrefix(String name, Dialect dialect) {
        var close = name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        var found = close ? name.substring(0, PREFIX.length()) : name.substring(0, Math.min(name.length(), 4));
        var problem = new Problem(
                0,
                Math.max(1, found.length()),
                Part.PREFIX,
                found,
                "the prefix 'SCS-'; other names are none of the standard's business",
                close ? Optional.of(PREFIX) : Optional.empty());
        var suggestion = close
                ? Optional.of(PREFIX + name.substring(PREFIX.length()))
                        .filter(fixed -> parse(fixed, dialect) instanceof Parse.Parsed)
                : Optional.<String>empty();
        return new Parse.Invalid(List.of(problem), suggestion);
    }
}
