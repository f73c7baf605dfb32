package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a merged object what its applier applied last time, does not any more, and nobody else owns
 * (structured-merge-diff merge/update.go, prune).
 */
final class Pruning {

    private final Endpoint endpoint;
    private final ObjectNode merged;
    private final Map<Writer, Owned> managed;

    /** @param managed with the applier's new set */
    Pruning(Endpoint endpoint, ObjectNode merged, Map<Writer, Owned> managed) {
        this.endpoint = endpoint;
        this.merged = merged;
        this.managed = managed;
    }

    /** @param last what the applier owned until now */
    ObjectNode pruned(@Nullable Owned last, FieldSet applied) {
        if (last == null || last.set().isEmpty()) {
            return merged;
        }
        var shape = endpoint.shape(last.apiVersion());
        if (shape == null) {
            return merged;
        }
        if (last.apiVersion().equals(endpoint.apiVersion())
                && last.set().difference(applied).isEmpty()) {
            return merged; // it gives up nothing
        }
        var lastNamed = SchemaSets.withNamed(last.set(), shape);
        var pruned = withOwned(Removal.without(merged, lastNamed, shape), last.apiVersion());
        var gone = named(merged, shape).difference(named(pruned, shape));
        return Removal.without(merged, gone.intersection(lastNamed), shape) instanceof ObjectNode object
                ? object
                : merged;
    }

    /** Puts back what somebody owns. */
    private JsonNode withOwned(JsonNode pruned, String firstVersion) {
        var byVersion = new TreeMap<String, FieldSet>();
        managed.values().forEach(owned -> byVersion.merge(owned.apiVersion(), owned.set(), FieldSet::union));
        var first = byVersion.remove(firstVersion);
        var result = first == null ? pruned : withOwned(pruned, firstVersion, first);
        for (var version : byVersion.entrySet()) {
            result = withOwned(result, version.getKey(), version.getValue());
        }
        return result;
    }

    private JsonNode withOwned(JsonNode pruned, String version, FieldSet owned) {
        var shape = endpoint.shape(version);
        if (shape == null) {
            return pruned;
        }
        var kept = named(pruned, shape).union(SchemaSets.withNamed(owned, shape));
        return Removal.without(merged, named(merged, shape).difference(kept), shape);
    }

    private static FieldSet named(JsonNode object, Shape shape) {
        return SchemaSets.withNamed(Extraction.set(object, shape), shape);
    }
}
