package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** Equality of JSON values by content: 1, whichever width it was read with, and fields in any order. */
public final class SameJson {

    private SameJson() {}

    @SuppressWarnings("ReferenceEquality") // a shortcut: parts of patched trees are often shared
    public static boolean same(JsonNode a, JsonNode b) {
        if (a == b) {
            return true;
        }
        if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
            return false;
        }
        return switch (a.getNodeType()) {
            case OBJECT -> sameFields(a, b);
            case ARRAY -> sameItems(a, b);
            case NUMBER -> sameNumber(a, b);
            default -> a.equals(b);
        };
    }

    private static boolean sameFields(JsonNode a, JsonNode b) {
        for (var entry : a.properties()) {
            var other = b.get(entry.getKey());
            if (other == null || !same(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(JsonNode a, JsonNode b) {
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean sameNumber(JsonNode a, JsonNode b) {
        if (a.canConvertToLong() && b.canConvertToLong() && a.isIntegralNumber() && b.isIntegralNumber()) {
            return a.longValue() == b.longValue();
        }
        return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
}
