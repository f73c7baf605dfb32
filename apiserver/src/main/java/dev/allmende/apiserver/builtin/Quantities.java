package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of resources (apimachinery api/resource Quantity): a number with a suffix such as {@code m} or {@code Gi}. */
final class Quantities {

    private static final Pattern WELL_FORMED =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");
    private static final int LONGEST = 256;

    private Quantities() {}

    /** Why this is no quantity; empty when it is. */
    static Optional<String> fault(JsonNode value) {
        var text = value.asText();
        boolean good = (value.isTextual() || value.isNumber())
                && text.length() <= LONGEST
                && WELL_FORMED.matcher(text).matches();
        return good
                ? Optional.empty()
                : Optional.of("quantities must match the regular expression"
                        + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    static boolean isNegative(String quantity) {
        return quantity.startsWith("-") && quantity.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
