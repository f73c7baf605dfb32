package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field that two versions of an object have otherwise.
 *
 * @param before JSON, empty for nothing
 * @param after JSON, empty for nothing
 */
public record Difference(String path, String before, String after) {

    /** What every write changes, or only a controller. */
    private static final Set<String> ELSEWHERE =
            Set.of("metadata.managedFields", "metadata.resourceVersion", "metadata.generation", "status");

    /** In the order of paths. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> found) {
        if (before.equals(after) || ELSEWHERE.contains(path)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), found);
            }
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", before.path(i), after.path(i), found);
            }
        } else {
            found.add(new Difference(path, text(before), text(after)));
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : Json.text(value);
    }
}
