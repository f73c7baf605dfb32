package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of one watch. Only its first event tells the columns. */
public final class RowReader {

    public static final String ACCEPT = Listing.TABLE;

    private final Kind kind;
    private final String namespace;
    private final Moment.Clock clock;
    private Columns columns = new Columns(List.of());

    public RowReader(Kind kind, String namespace, Moment.Clock clock) {
        this.kind = kind;
        this.namespace = namespace;
        this.clock = clock;
    }

    public Map<String, String> query() {
        return Map.of("includeObject", Listing.include(kind));
    }

    public Optional<Row> read(JsonNode table) {
        if (!table.path("columnDefinitions").isEmpty()) {
            columns = Columns.of(table.path("columnDefinitions"));
        }
        var row = table.path("rows").path(0);
        return row.isObject() ? Optional.of(Row.of(kind, namespace, columns, row, clock)) : Optional.empty();
    }
}
