package dev.allmende.apiserver;

import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.store.SqliteStore;
import java.util.Map;
import java.util.TreeMap;

/** How much is stored; named as kube-apiserver names it. */
final class StoreFigures {

    private StoreFigures() {}

    static void register(Metrics metrics, SqliteStore store) {
        metrics.describe("apiserver_storage_objects", "gauge", "Stored objects by kind.")
                .gauges("apiserver_storage_objects", () -> objects(store))
                .describe("apiserver_storage_resource_version", "gauge", "resourceVersion of the newest write.")
                .gauge("apiserver_storage_resource_version", "", store::resourceVersion);
    }

    private static Map<String, Long> objects(SqliteStore store) {
        Map<String, Long> counts = new TreeMap<>();
        for (var resource : store.resources()) {
            counts.put(Metrics.label("resource", resource.toString()), (long) store.count(resource));
        }
        return counts;
    }
}
