package dev.allmende.conformance.testcase;

import java.util.Optional;

/**
 * One thing noticed about one item.
 *
 * @param item what it is about: {@code flavor SCS-1V-4}, {@code image Ubuntu 24.04 (3f0c...)}; never empty
 * @param found what the cloud has, in words that quote it
 * @param wanted what the standard asks for
 * @param remedy what to do, preferably a command; empty when there is nothing to mend
 * @param clause URL of the clause in the standard
 */
public record Finding(
        Severity severity, String item, String found, String wanted, String remedy, Optional<String> clause) {

    /** How much a finding matters to the verdict. */
    public enum Severity {
        /** Makes the test case FAIL. */
        ERROR,
        /** Could not be decided for this item. */
        UNDECIDED,
        /** Allowed, but should be looked at. */
        WARNING,
        NOTE
    }

    public Finding {
        if (item.isEmpty()) {
            throw new IllegalArgumentException("item of a finding must name what it is about");
        }
    }
}
