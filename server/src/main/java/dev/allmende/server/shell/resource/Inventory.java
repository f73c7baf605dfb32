package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All objects of a namespace whose kinds others than Kubernetes define: how they are, and what they refer to.
 *
 * @param kinds that were read, also those without objects
 * @param partial kinds of which there are more objects than were read
 * @param withheld kinds that the user may not list
 */
public record Inventory(
        String namespace, List<Item> items, List<Kind> kinds, Set<Kind> partial, int withheld, String version) {

    private static final String MOST = "500";

    /**
     * One object.
     *
     * @param ready its condition Ready
     * @param references what its spec names
     */
    public record Item(
            Kind kind, String name, boolean isGoing, Optional<Condition> ready, List<References.Reference> references) {

        public Item {
            references = List.copyOf(references);
        }
    }

    public Inventory {
        items = List.copyOf(items);
        kinds = List.copyOf(kinds);
        partial = Set.copyOf(partial);
    }

    /** The kinds that an inventory is about. */
    public static List<Kind> kinds(Kinds kinds) {
        return kinds.shown(true).stream().filter(Kind::isOurs).toList();
    }

    /** @throws Refusal when the user may list none of the kinds */
    public static Inventory of(Api api, Kinds kinds, String namespace, Moment.Clock clock) {
        List<Item> items = new ArrayList<>();
        List<Kind> read = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        Set<Kind> partial = new HashSet<>();
        List<Refusal> refusals = new ArrayList<>();
        for (var kind : kinds(kinds)) {
            try {
                var list = api.get(kind.path(namespace), Map.of("limit", MOST), "application/json");
                read.add(kind);
                versions.add(Json.string(list, "metadata", "resourceVersion"));
                var references = new References(kind, kinds);
                list.path("items").forEach(object -> items.add(item(kind, object, references, clock)));
                if (!Json.string(list, "metadata", "continue").isEmpty()) {
                    partial.add(kind);
                }
            } catch (Refusal refused) {
                refusals.add(refused);
            }
        }
        if (read.isEmpty()) {
            throw refusals.isEmpty() ? new Refusal(404, "") : refusals.getFirst();
        }
        return new Inventory(namespace, items, read, partial, refusals.size(), Versions.oldest(versions.stream()));
    }

    private static Item item(Kind kind, JsonNode object, References references, Moment.Clock clock) {
        return new Item(
                kind,
                Json.string(object, "metadata", "name"),
                object.path("metadata").has("deletionTimestamp"),
                Condition.of(object, clock).stream()
                        .filter(condition -> condition.type().equals("Ready"))
                        .findFirst(),
                references.of(object));
    }
}
