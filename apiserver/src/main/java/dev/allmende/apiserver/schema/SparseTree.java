package dev.allmende.apiserver.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Those nodes of a schema that carry something, and the ways to them. Walks over objects follow it and so visit no value
 * that nothing is known about; most schemas have few defaults, rules and list types.
 *
 * @param here what the node itself carries
 * @param fields by name; a name with an empty tree shields it from {@code additional}
 * @param additional for names that {@code fields} does not have
 * @param items of an array
 */
public record SparseTree<T>(
        @Nullable T here,
        Map<String, SparseTree<T>> fields,
        @Nullable SparseTree<T> additional,
        @Nullable SparseTree<T> items) {

    /** @return null when neither the node nor one below it carries anything */
    public static <T> @Nullable SparseTree<T> of(Schema schema, Function<Schema, @Nullable T> carried) {
        var here = carried.apply(schema);
        var additional = schema.additional().map(below -> of(below, carried)).orElse(null);
        var items = schema.items().map(below -> of(below, carried)).orElse(null);
        var fields = new HashMap<String, SparseTree<T>>();
        schema.properties().forEach((name, property) -> {
            SparseTree<T> below = of(property, carried);
            if (below != null) {
                fields.put(name, below);
            } else if (additional != null) {
                fields.put(name, new SparseTree<>(null, Map.of(), null, null));
            }
        });
        if (here == null && fields.isEmpty() && additional == null && items == null) {
            return null;
        }
        return new SparseTree<>(here, Map.copyOf(fields), additional, items);
    }

    /** Goes to a property, and says so on the trail. @return null when nothing below it carries anything; then it stays */
    public @Nullable SparseTree<T> step(String name, Trail trail) {
        var field = fields.get(name);
        if (field != null) {
            trail.field(name);
        } else if (additional != null) {
            trail.key(name);
        }
        return field != null ? field : additional;
    }

    /** Whether walks need not go below this node. */
    public boolean leaf() {
        return fields.isEmpty() && additional == null && items == null;
    }
}
