package dev.allmende.devcloud.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two shapes. Three things are no difference, because they depend on what lies in a cloud and not on its API:
 *
 * <ul>
 *   <li>null against any type: a field that may be empty;
 *   <li>an empty list against any list;
 *   <li>what {@link Allowances} names, each with its reason.
 * </ul>
 */
final class Difference {
    private final List<String> found = new ArrayList<>();
    private final String step;

    private Difference(String step) {
        this.step = step;
    }

    static List<String> between(ObjectNode real, ObjectNode devcloud) {
        List<String> all = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        real.fieldNames().forEachRemaining(names::add);
        devcloud.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Difference difference = new Difference(name);
            difference.compare("", real.path(name), devcloud.path(name));
            all.addAll(difference.found);
        }
        return all;
    }

    private void compare(String path, JsonNode real, JsonNode ours) {
        if (Allowances.allows(step, path)) {
            return;
        }
        if (real.isMissingNode() || ours.isMissingNode() || path.equals("/headers")) {
            same(path, real, ours);
        } else if (real instanceof ObjectNode one && ours instanceof ObjectNode other) {
            Set<String> keys = new TreeSet<>();
            one.fieldNames().forEachRemaining(keys::add);
            other.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(path + "/" + key, one.path(key), other.path(key)));
        } else if (real instanceof ArrayNode one && ours instanceof ArrayNode other) {
            if (!one.isEmpty() && !other.isEmpty()) {
                compare(path + "/*", one.get(0), other.get(0));
            }
        } else if (!isNull(real) && !isNull(ours) && !overlap(real, ours)) {
            same(path, real, ours);
        }
    }

    private static boolean isNull(JsonNode shape) {
        return shape.isTextual() && shape.asText().equals("null");
    }

    private static boolean overlap(JsonNode real, JsonNode ours) {
        if (!real.isTextual() || !ours.isTextual()) {
            return false;
        }
        Set<String> types = new TreeSet<>(List.of(real.asText().split("\\|")));
        types.retainAll(List.of(ours.asText().split("\\|")));
        return !types.isEmpty();
    }

    private void same(String path, JsonNode real, JsonNode ours) {
        if (!real.equals(ours)) {
            found.add(step + " " + path + ": real " + shown(real) + ", devcloud " + shown(ours));
        }
    }

    private static String shown(JsonNode shape) {
        return shape.isMissingNode() ? "has none" : shape.toString();
    }
}
