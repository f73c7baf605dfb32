package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what is wanted with what Keycloak has, and lays the one over the other. Pure.
 *
 * <p>Only wanted fields count: the server's defaults are no drift. Lists are sets (redirect URIs, scopes, values of an
 * attribute: Keycloak keeps no order). An empty list, map or text equals an absent one, and {@code true} equals
 * {@code "true"}, since config maps hold texts. What the server masks cannot be compared and counts as equal.
 */
public final class Drift {

    /** What Keycloak answers in the place of a secret, and keeps the secret for when it is sent back. */
    static final String MASK = "**********";

    /** Fields whose contents are shown to nobody. */
    private static final Set<String> SECRET = Set.of("clientSecret", "secret");

    private Drift() {}

    public static List<Difference> between(JsonNode want, JsonNode have) {
        var found = new ArrayList<Difference>();
        compare("", want, have, found);
        return List.copyOf(found);
    }

    /** A copy of what the server has, with the wanted fields laid over it, maps field by field. */
    public static ObjectNode overlay(ObjectNode have, ObjectNode want) {
        var result = have.deepCopy();
        want.properties().forEach(field -> {
            var there = result.get(field.getKey());
            var merged = there instanceof ObjectNode inner && field.getValue() instanceof ObjectNode over
                    ? overlay(inner, over)
                    : field.getValue();
            result.set(field.getKey(), merged);
        });
        return result;
    }

    private static void compare(String path, JsonNode want, JsonNode have, List<Difference> found) {
        if (want instanceof ObjectNode wanted) {
            wanted.properties()
                    .forEach(field -> compare(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue(),
                            have.path(field.getKey()),
                            found));
        } else if (!equal(want, have)) {
            found.add(new Difference(path, shown(path, want), shown(path, have)));
        }
    }

    private static String shown(String path, JsonNode value) {
        if (value.isMissingNode()) {
            return "null";
        }
        return SECRET.contains(path.substring(path.lastIndexOf('.') + 1)) ? "(secret)" : value.toString();
    }

    private static boolean equal(JsonNode want, JsonNode have) {
        if (empty(want) && empty(have)) {
            return true;
        }
        if (want.isArray()) {
            return have.isArray() && texts(want).equals(texts(have));
        }
        return have.isValueNode()
                && (have.asText().equals(want.asText()) || have.asText().equals(MASK));
    }

    private static boolean empty(JsonNode node) {
        return node instanceof MissingNode
                || node.isNull()
                || (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.asText().isEmpty());
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(item -> texts.add(item.isValueNode() ? item.asText() : item.toString()));
        return texts;
    }
}
