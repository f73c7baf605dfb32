package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.server.shell.resource.Kind;
import java.util.List;
import java.util.Optional;

/** How a value is asked for. */
public sealed interface Shape {

    /**
     * A text.
     *
     * @param longest characters, 0 for no limit
     * @param mayBeNumber whether a text of digits is a whole number (x-kubernetes-int-or-string)
     */
    record Text(String format, int longest, boolean mayBeNumber) implements Shape {

        /** Longer ones have lines. */
        private static final int ONE_LINE = 2_000;

        public boolean hasLines() {
            return longest > ONE_LINE;
        }
    }

    /** One of several values, texts mostly. */
    record Choice(List<JsonNode> values) implements Shape {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /** True or false. */
    record Flag() implements Shape {}

    /** A number; bounds as the schema writes them, empty for none. */
    record Amount(boolean isWhole, String least, String most) implements Shape {}

    /**
     * Another object by its name.
     *
     * @param kind empty when it cannot be told
     * @param isBare whether the value is the name itself, not an object with a field {@code name}
     */
    record Named(Optional<Kind> kind, boolean isBare) implements Shape {}

    /** A list of simple values, one in a line. */
    record Lines(Shape item) implements Shape {}

    /** A list of anything else. */
    record Rows(Shape item) implements Shape {}

    /** A map: names and values. */
    record Pairs(Shape value) implements Shape {}

    record Fields(List<Property> properties) implements Shape {
        public Fields {
            properties = List.copyOf(properties);
        }
    }

    /** Whatever the schema leaves open, or nests too deep for a form: as YAML. */
    record Yaml() implements Shape {}

    /** Whether it fits into one line. */
    default boolean isSimple() {
        return switch (this) {
            case Text text -> !text.hasLines();
            case Choice _, Flag _, Amount _ -> true;
            case Named _, Lines _, Rows _, Pairs _, Fields _, Yaml _ -> false;
        };
    }
}
