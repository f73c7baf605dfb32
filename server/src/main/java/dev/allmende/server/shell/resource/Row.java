package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An object in a table.
 *
 * @param id of the element
 * @param cells one for each of the table's columns
 * @param version of the object
 * @param isGoing whether it is being deleted
 */
public record Row(
        String id,
        String name,
        String href,
        List<Cell> cells,
        boolean withConditions,
        List<Condition> conditions,
        Moment created,
        String version,
        boolean isGoing) {

    /** @param column what it is about, for narrow screens */
    public record Cell(String column, String text) {}

    public Row {
        cells = List.copyOf(cells);
        conditions = List.copyOf(conditions);
    }

    static Row of(Kind kind, String namespace, Columns columns, JsonNode row, Moment.Clock clock) {
        var object = row.path("object");
        var metadata = object.path("metadata");
        var name = Json.string(metadata, "name");
        List<Cell> cells = new ArrayList<>();
        for (var column : columns.shown()) {
            cells.add(new Cell(column.name(), text(row.path("cells").path(column.index()))));
        }
        var own = Json.string(metadata, "namespace");
        return new Row(
                id(metadata),
                name,
                kind.id().equals("namespaces")
                        ? dev.allmende.server.shell.visit.Addresses.namespace(name)
                        : kind.href(own.isEmpty() ? namespace : own, name),
                cells,
                kind.hasConditions(),
                Condition.of(object, clock),
                clock.moment(Json.string(metadata, "creationTimestamp")),
                Json.string(metadata, "resourceVersion"),
                metadata.has("deletionTimestamp"));
    }

    static String id(JsonNode metadata) {
        return "o-" + Json.string(metadata, "uid");
    }

    private static String text(JsonNode cell) {
        return cell.isValueNode() ? cell.asText("") : cell.isMissingNode() ? "" : cell.toString();
    }
}
