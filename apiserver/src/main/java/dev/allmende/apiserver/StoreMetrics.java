package dev.allmende.apiserver;

import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.store.SqliteStore;
import java.util.Map;
import java.util.TreeMap;

/** What is stored and how the disk keeps up; named as kube-apiserver names it, where it has the like. */
final class StoreMetrics {

    private StoreMetrics() {}

    static void register(Metrics metrics, SqliteStore store) {
        metrics.describe("apiserver_storage_objects", "gauge", "Stored objects by kind.")
                .gauges("apiserver_storage_objects", () -> objects(store))
                .describe("apiserver_storage_resource_version", "gauge", "resourceVersion of the newest write.")
                .gauge("apiserver_storage_resource_version", "", store::resourceVersion)
                .describe("apiserver_storage_size_bytes", "gauge", "Size of the store's file, and of its log.")
                .gauge(
                        "apiserver_storage_size_bytes",
                        "file=\"objects\"",
                        () -> store.figures().fileBytes())
                .gauge(
                        "apiserver_storage_size_bytes",
                        "file=\"log\"",
                        () -> store.figures().logBytes())
                .describe("allmende_store_commits_total", "counter", "Syncs of the disk; each makes many writes last.")
                .gauge("allmende_store_commits_total", "", () -> store.figures().commits())
                .describe("allmende_store_writes_total", "counter", "Writes in these commits.")
                .gauge("allmende_store_writes_total", "", () -> store.figures().writes())
                .describe("allmende_store_waiting_writes", "gauge", "Writes that wait for the next commit.")
                .gauge(
                        "allmende_store_waiting_writes",
                        "",
                        () -> store.figures().waiting());
    }

    private static Map<String, Long> objects(SqliteStore store) {
        Map<String, Long> counts = new TreeMap<>();
        for (var resource : store.resources()) {
            counts.put(Metrics.label("resource", resource.toString()), (long) store.count(resource));
        }
        return counts;
    }
}
