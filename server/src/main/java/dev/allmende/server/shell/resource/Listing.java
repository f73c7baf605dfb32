package dev.allmende.server.shell.resource;

import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects of a kind as a table.
 *
 * @param namespace empty when the kind is in none
 * @param continuation of the next page, empty for none
 * @param remaining how many objects there are beyond this page, as far as the API tells
 */
public record Listing(
        Kind kind,
        String namespace,
        List<String> columns,
        List<Row> rows,
        String version,
        String continuation,
        long remaining) {

    static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * What is asked for.
     *
     * @param limit of rows
     * @param selector of labels, empty for all
     */
    public record Wish(int limit, String selector, String continuation) {

        public static Wish first(int limit) {
            return new Wish(limit, "", "");
        }

        private Map<String, String> query(Kind kind) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("limit", Integer.toString(limit));
            query.put("includeObject", include(kind));
            if (!selector.isEmpty()) {
                query.put("labelSelector", selector);
            }
            if (!continuation.isEmpty()) {
                query.put("continue", continuation);
            }
            return query;
        }
    }

    /** Of Secrets not even the process of the pages gets the contents when it makes a table. */
    static String include(Kind kind) {
        return kind.isSecret() ? "Metadata" : "Object";
    }

    /** @throws dev.allmende.server.shell.visit.Refusal when the user may not list them */
    public static Listing of(Api api, Kind kind, String namespace, Wish wish, Moment.Clock clock) {
        var table = api.get(kind.path(namespace), wish.query(kind), TABLE);
        var columns = Columns.of(table.path("columnDefinitions"));
        List<Row> rows = new ArrayList<>();
        table.path("rows").forEach(row -> rows.add(Row.of(kind, namespace, columns, row, clock)));
        var metadata = table.path("metadata");
        return new Listing(
                kind,
                namespace,
                columns.names(),
                rows,
                Json.string(metadata, "resourceVersion"),
                Json.string(metadata, "continue"),
                metadata.path("remainingItemCount").asLong());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean hasMore() {
        return !continuation.isEmpty();
    }

    public long total() {
        return rows.size() + remaining;
    }

    public String href() {
        return kind.href(namespace);
    }
}
