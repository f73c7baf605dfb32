package dev.allmende.conformance.flavor;

import java.util.List;
import java.util.Optional;

/** What came of reading a flavor name. */
public sealed interface Parse {

    /** A name with a meaning. */
    record Parsed(FlavorName name, Notation notation) implements Parse {}

    /**
     * Not an SCS flavor name.
     *
     * @param problems all of them, from left to right, at least one
     * @param suggestion a right name close to it, when every problem has an obvious remedy
     */
    record Invalid(List<Problem> problems, Optional<String> suggestion) implements Parse {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid name must have a problem");
            }
        }
    }
}
