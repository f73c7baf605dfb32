package dev.allmende.apiserver.store;

import java.util.List;
import java.util.Map;

/**
 * What is kept parsed of a stored object.
 *
 * @param fields values that field selectors may ask for, by path such as {@code spec.color}; without name and namespace
 * @param owners uids of metadata.ownerReferences
 * @param ending whether metadata.deletionTimestamp is set
 */
public record ObjectIndex(
        String uid, Map<String, String> labels, Map<String, String> fields, List<String> owners, boolean ending) {

    public static final ObjectIndex NONE = new ObjectIndex("", Map.of(), Map.of(), List.of(), false);

    public ObjectIndex {
        labels = Map.copyOf(labels);
        fields = Map.copyOf(fields);
        owners = List.copyOf(owners);
    }
}
