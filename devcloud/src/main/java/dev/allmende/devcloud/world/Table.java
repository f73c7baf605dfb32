package dev.allmende.devcloud.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The resources of one kind by id, in the order of their making. A node that is in a table never changes: an update puts a
 * changed copy, so answers can be written while others change the cloud.
 */
public final class Table {
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();

    public ObjectNode add(ObjectNode row) {
        rows.put(row.path("id").asText(), row);
        return row;
    }

    public Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Changes a row if it still exists. */
    public void update(String id, Consumer<ObjectNode> change) {
        rows.computeIfPresent(id, (_, old) -> {
            ObjectNode copy = old.deepCopy();
            change.accept(copy);
            return copy;
        });
    }

    public void remove(String id) {
        rows.remove(id);
    }

    public List<ObjectNode> all() {
        return List.copyOf(rows.values());
    }

    public List<ObjectNode> where(Predicate<ObjectNode> test) {
        return rows.values().stream().filter(test).toList();
    }

    public List<ObjectNode> where(String field, String value) {
        return where(row -> row.path(field).asText().equals(value));
    }
}
