package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.apply.Shape.Items;
import dev.allmende.apiserver.json.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the items of sets and maps-as-lists by path elements (structured-merge-diff typed/helpers.go). */
final class ListItems {

    private ListItems() {}

    /** @return null when the item cannot be named; {@link #problem} says why */
    static @Nullable PathElement element(Items list, JsonNode item) {
        return switch (list.relation()) {
            case SET -> item.isContainerNode() || item.isNull() ? null : new PathElement.Value(item);
            case MAP -> key(list, item);
            case ATOMIC -> null;
        };
    }

    private static @Nullable PathElement key(Items list, JsonNode item) {
        if (!item.isObject()) {
            return null;
        }
        var keys = list.keys();
        List<PathElement.Part> parts = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var given = item.get(keys.get(i));
            var value = given == null ? list.defaults().get(i) : given;
            if (value != null) {
                parts.add(new PathElement.Part(keys.get(i), value));
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        if (parts.size() > 1) {
            parts.sort(Comparator.comparing(PathElement.Part::name));
        }
        return new PathElement.Key(parts);
    }

    static String problem(Items list, JsonNode item) {
        if (list.relation() == Items.Relation.SET) {
            return switch (item.getNodeType()) {
                case OBJECT -> "associative list without keys has an element that's a map type";
                case ARRAY -> "not supported: associative list with lists as elements";
                default -> "associative list without keys has an element that's an explicit null";
            };
        }
        if (item.isNull()) {
            return "associative list with keys may not have a null element";
        }
        if (!item.isObject()) {
            return "associative list with keys may not have non-map elements";
        }
        var keys = list.keys().stream().map(Quoted::text).toList();
        return "associative list with keys has an element that omits all key fields [" + String.join(" ", keys)
                + "] (and doesn't have default values for any key fields)";
    }

    /** The items by their names, in order; those without a name are left out. */
    static Map<PathElement, List<JsonNode>> byElement(Items list, @Nullable JsonNode items) {
        if (items == null || items.isEmpty()) {
            return Map.of();
        }
        Map<PathElement, List<JsonNode>> byElement = LinkedHashMap.newLinkedHashMap(items.size());
        for (var item : items) {
            var at = element(list, item);
            if (at != null) {
                var first = byElement.putIfAbsent(at, List.of(item));
                if (first != null) {
                    var all = new ArrayList<>(first);
                    all.add(item);
                    byElement.put(at, all);
                }
            }
        }
        return byElement;
    }
}
