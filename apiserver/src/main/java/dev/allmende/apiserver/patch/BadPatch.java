package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;

/** How patches are refused. */
final class BadPatch {

    private BadPatch() {}

    /** A patch that does not fit the object: the original's words, and after them the place, which it keeps to itself. */
    static StatusException unfit(String place) {
        return StatusException.of(
                Reason.INVALID, "the server rejected our request due to an error in our request: " + place);
    }

    /** A part of a patch that has the wrong type; named as Go's JSON decoder does. */
    static StatusException wrongType(JsonNode part, String wanted) {
        return StatusException.badRequest(
                "error decoding patch: json: cannot unmarshal %s into Go %s".formatted(word(part), wanted));
    }

    private static String word(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            default -> "null";
        };
    }
}
