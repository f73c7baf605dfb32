package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limits of a project in one service, by the service's own names, for example {@code gigabytes}.
 *
 * @param items in the order of the answer
 */
public record Quota(Map<String, Item> items) {

    /** @param limit -1 for none */
    public record Item(int limit, int used, int reserved) {

        /** How many more fit; empty when there is no limit. */
        public Optional<Integer> room() {
            return limit < 0 ? Optional.empty() : Optional.of(Math.max(0, limit - used - reserved));
        }
    }

    public Quota {
        items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * Reads {@code {"name": {"limit": 10, "used" or "in_use": 3, "reserved": 0}}}, which Neutron, Nova and Cinder share, and
     * {@code {"name": 10}}.
     */
    public static Quota of(JsonNode quotas) {
        var items = new LinkedHashMap<String, Item>();
        quotas.properties().forEach(entry -> {
            var value = entry.getValue();
            if (value.isObject()) {
                var used = value.has("used") ? value.path("used") : value.path("in_use");
                items.put(
                        entry.getKey(),
                        new Item(
                                value.path("limit").asInt(-1),
                                used.asInt(),
                                value.path("reserved").asInt()));
            } else if (value.isInt()) {
                items.put(entry.getKey(), new Item(value.asInt(), 0, 0));
            }
        });
        return new Quota(items);
    }

    public Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(name));
    }

    /** Names that have no room left for one more. */
    public List<String> full() {
        return items.entrySet().stream()
                .filter(entry ->
                        entry.getValue().room().filter(room -> room == 0).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
