package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists in a strategic merge patch: of scalars as sets, of maps by their merge key. */
final class MergeLists {

    private MergeLists() {}

    static ArrayNode without(ArrayNode list, ArrayNode unwanted) {
        Set<JsonNode> gone = new LinkedHashSet<>();
        unwanted.forEach(gone::add);
        return array(items(list).stream().filter(item -> !gone.contains(item)).toList());
    }

    static ArrayNode merge(ArrayNode list, ArrayNode patch, PatchMeta meta) {
        if (list.isEmpty() && patch.isEmpty()) {
            return list;
        }
        var key = meta.mergeKey();
        if (areMaps(list, patch)) {
            if (key.isEmpty()) {
                throw StatusException.badRequest("cannot merge lists without merge key");
            }
            return mergeMaps(items(list), patch, meta, key);
        }
        Set<JsonNode> both = new LinkedHashSet<>(items(list));
        both.addAll(items(patch));
        return array(inOrder(List.copyOf(both), items(patch), items(list), key));
    }

    private static boolean areMaps(ArrayNode list, ArrayNode patch) {
        int maps = 0;
        var all = items(list);
        all.addAll(items(patch));
        for (var item : all) {
            if (item.isArray()) {
                throw BadPatch.unfit("lists of lists are not supported");
            }
            maps += item.isObject() ? 1 : 0;
        }
        if (maps != 0 && maps != all.size()) {
            throw StatusException.badRequest("list element types are not identical: " + patch);
        }
        return maps != 0;
    }

    private static ArrayNode mergeMaps(List<JsonNode> list, ArrayNode patch, PatchMeta meta, String key) {
        List<JsonNode> changes = new ArrayList<>();
        Set<JsonNode> unwanted = new HashSet<>();
        boolean replace = false;
        for (var change : patch) {
            var directive = change.get(Directives.PATCH);
            if (directive == null) {
                changes.add(change);
                continue;
            }
            switch (directive.asText("")) {
                case "delete" -> unwanted.add(key(change, key));
                case "replace" -> replace = true;
                case "merge" -> throw StatusException.badRequest("merging lists cannot yet be specified in the patch");
                default ->
                    throw StatusException.badRequest("unknown patch type: %s in map: %s".formatted(directive, change));
            }
        }
        if (replace) {
            changes.forEach(item -> key(item, key));
            return array(changes);
        }
        list.removeIf(item -> unwanted.contains(item.path(key)));
        return array(inOrder(merged(list, changes, meta, key), changes, list, key));
    }

    private static List<JsonNode> merged(List<JsonNode> original, List<JsonNode> changes, PatchMeta meta, String key) {
        var merged = new ArrayList<>(original);
        var places = places(original, key);
        for (var change : changes) {
            var place = places.putIfAbsent(key(change, key), merged.size());
            if (place == null) {
                merged.add(change);
            } else {
                merged.set(
                        place,
                        StrategicMergePatch.merge((ObjectNode) merged.get(place), (ObjectNode) change, meta.items()));
            }
        }
        return merged;
    }

    private static JsonNode key(JsonNode item, String key) {
        var value = item.get(key);
        if (value == null) {
            throw StatusException.badRequest("map: %s does not contain declared merge key: %s".formatted(item, key));
        }
        return value;
    }

    /** What an item is found by: its merge key, or itself. */
    private static JsonNode identity(JsonNode item, String key) {
        if (!key.isEmpty() && !item.isObject()) {
            throw StatusException.badRequest("expected a map with merge key %s, but received %s".formatted(key, item));
        }
        return key.isEmpty() ? item : key(item, key);
    }

    /**
     * @throws StatusException 400 when the patch has items that the order leaves out, or has them in another order
     */
    static void checkOrder(ArrayNode patch, ArrayNode order, String key) {
        if (order.isEmpty()) {
            return;
        }
        int at = 0;
        for (var item : patch) {
            if (item.path(Directives.PATCH).asText("").equals("delete")) {
                continue;
            }
            while (at < order.size() && !item.has(Directives.PATCH) && !isSame(item, order.get(at), key)) {
                at++;
            }
            if (at == order.size()) {
                throw StatusException.badRequest("The order in patch list:\n%s\n doesn't match %s list:\n%s\n"
                        .formatted(patch, Directives.SET_ORDER, order));
            }
            at += item.has(Directives.PATCH) ? 0 : 1;
        }
    }

    private static boolean isSame(JsonNode a, JsonNode b, String key) {
        return identity(a, key).equals(identity(b, key));
    }

    static ArrayNode ordered(ArrayNode merged, ArrayNode order, ArrayNode live, String key) {
        return array(inOrder(items(merged), items(order), items(live), key));
    }

    /**
     * Items that the patch names stand in its order, the others in that of the live list; where both are in the live list
     * it says which comes first.
     */
    private static List<JsonNode> inOrder(
            List<JsonNode> merged, List<JsonNode> patch, List<JsonNode> live, String key) {
        var patchPlaces = places(patch, key);
        var livePlaces = places(live, key);
        List<JsonNode> named = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (var item : merged) {
            (patchPlaces.containsKey(identity(item, key)) ? named : others).add(item);
        }
        named.sort(Comparator.comparingInt(item -> place(patchPlaces, item, key)));
        others.sort(Comparator.comparingInt(item -> place(livePlaces, item, key)));
        List<JsonNode> out = new ArrayList<>(merged.size());
        int next = 0;
        for (var item : named) {
            var place = place(livePlaces, item, key);
            while (next < others.size() && place(livePlaces, others.get(next), key) < place) {
                out.add(others.get(next++));
            }
            out.add(item);
        }
        out.addAll(others.subList(next, others.size()));
        return out;
    }

    /** Where the items first stand, by what they are found by. */
    private static Map<JsonNode, Integer> places(List<JsonNode> items, String key) {
        Map<JsonNode, Integer> places = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            places.putIfAbsent(identity(items.get(i), key), i);
        }
        return places;
    }

    private static int place(Map<JsonNode, Integer> places, JsonNode item, String key) {
        return places.getOrDefault(identity(item, key), -1);
    }

    private static List<JsonNode> items(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>(list.size());
        list.forEach(items::add);
        return items;
    }

    private static ArrayNode array(List<JsonNode> items) {
        return Json.MAPPER.createArrayNode().addAll(items);
    }
}
