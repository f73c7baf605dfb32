package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Equality and order of JSON values, numbers by what they are worth (structured-merge-diff value/value.go). Jackson's own
 * equality tells 1 as an int from 1 as a long.
 */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class Values {

    private Values() {}

    static boolean equal(JsonNode a, JsonNode b) {
        if (a == b) {
            return true;
        }
        return switch (a.getNodeType()) {
            case OBJECT -> b instanceof ObjectNode other && equalObjects((ObjectNode) a, other);
            case ARRAY -> b.isArray() && equalArrays(a, b);
            case NUMBER -> b.isNumber() && compareNumbers(a, b) == 0;
            default -> a.equals(b);
        };
    }

    private static boolean equalObjects(ObjectNode a, ObjectNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var field : a.properties()) {
            var other = b.get(field.getKey());
            if (other == null || !equal(field.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalArrays(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A total order: numbers, texts, booleans, lists, maps, null. */
    static int compare(JsonNode a, JsonNode b) {
        var byKind = Integer.compare(rank(a), rank(b));
        if (byKind != 0) {
            return byKind;
        }
        return switch (a.getNodeType()) {
            case NUMBER -> compareNumbers(a, b);
            case STRING -> a.textValue().compareTo(b.textValue());
            case BOOLEAN -> Boolean.compare(a.booleanValue(), b.booleanValue());
            case ARRAY -> compareArrays(a, b);
            case OBJECT -> compareObjects(a, b);
            default -> 0;
        };
    }

    private static int rank(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> 0;
            case STRING -> 1;
            case BOOLEAN -> 2;
            case ARRAY -> 3;
            case OBJECT -> 4;
            default -> 5;
        };
    }

    private static int compareNumbers(JsonNode a, JsonNode b) {
        return a.canConvertToLong() && b.canConvertToLong() && a.isIntegralNumber() && b.isIntegralNumber()
                ? Long.compare(a.longValue(), b.longValue())
                : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }

    private static int compareArrays(JsonNode a, JsonNode b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            var byItem = compare(a.get(i), b.get(i));
            if (byItem != 0) {
                return byItem;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareObjects(JsonNode a, JsonNode b) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        a.fieldNames().forEachRemaining(left::add);
        b.fieldNames().forEachRemaining(right::add);
        left.sort(null);
        right.sort(null);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            var byName = left.get(i).compareTo(right.get(i));
            if (byName != 0) {
                return byName;
            }
            var byValue = compare(a.get(left.get(i)), b.get(left.get(i)));
            if (byValue != 0) {
                return byValue;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** Agrees with {@link #compare} for scalars, which is all that stands in path elements of objects that were checked. */
    static int hash(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> Double.hashCode(node.doubleValue() + 0.0);
            case STRING -> node.textValue().hashCode();
            case BOOLEAN -> Boolean.hashCode(node.booleanValue());
            default -> rank(node);
        };
    }
}
