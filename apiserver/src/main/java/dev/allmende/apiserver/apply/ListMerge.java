package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lists of named items (structured-merge-diff typed/merge.go, visitListItems): live items keep their order,
 * unless the applied list wants some of them in another one; a new item stands behind those that the applied list has
 * before it.
 */
final class ListMerge {

    private record Item(PathElement at, JsonNode value) {}

    private final Shape.Items items;
    private final List<Item> lefts;
    private final List<PathElement> rights;
    private final Map<PathElement, List<JsonNode>> live;
    private final Map<PathElement, List<JsonNode>> applied;
    private final List<PathElement> shared;
    private final Set<PathElement> done = new HashSet<>();
    private final ArrayNode out = Json.MAPPER.createArrayNode();
    private int nextShared;
    private int left;
    private int right;

    ListMerge(@Nullable ArrayNode live, ArrayNode applied, Shape.Items items) {
        this.items = items;
        this.live = ListItems.byElement(items, live);
        this.applied = ListItems.byElement(items, applied);
        this.lefts = named(live);
        this.rights = List.copyOf(this.applied.keySet());
        this.shared = rights.stream().filter(this.live::containsKey).toList();
    }

    private List<Item> named(@Nullable ArrayNode list) {
        List<Item> named = new ArrayList<>();
        if (list != null) {
            for (var value : list) {
                var at = ListItems.element(items, value);
                if (at != null) {
                    named.add(new Item(at, value));
                }
            }
        }
        return named;
    }

    ArrayNode merged() {
        while (left < lefts.size() || right < rights.size()) {
            if (!pair()) {
                single();
            }
        }
        return out;
    }

    /** Takes what both lists have at this place, or passes over a live item that the applied list wants later. */
    private boolean pair() {
        if (left == lefts.size() || right == rights.size()) {
            return false;
        }
        var at = lefts.get(left).at;
        if (at.equals(rights.get(right))) {
            takeApplied(at);
            left++;
            nextShared++;
            return true;
        }
        if (applied.containsKey(at)
                && nextShared < shared.size()
                && !shared.get(nextShared).equals(at)) {
            left++;
            return true;
        }
        return false;
    }

    private void single() {
        if (left < lefts.size()) {
            var item = lefts.get(left);
            if (!applied.containsKey(item.at)) {
                out.add(item.value);
                left++;
                return;
            }
            if (done.contains(item.at)) {
                left++;
            }
        }
        if (right < rights.size()) {
            var at = rights.get(right);
            takeApplied(at);
            if (nextShared < shared.size() && shared.get(nextShared).equals(at)) {
                nextShared++;
            }
        }
    }

    private void takeApplied(PathElement at) {
        done.add(at);
        right++;
        var before = live.getOrDefault(at, List.of());
        var after = applied.getOrDefault(at, List.of());
        var merged = Merging.merged(
                before.size() == 1 ? before.getFirst() : null,
                after.isEmpty() ? null : after.getFirst(),
                items.shape());
        if (merged != null) {
            out.add(merged);
        }
    }
}
