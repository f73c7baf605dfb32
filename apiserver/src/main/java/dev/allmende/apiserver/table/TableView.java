package dev.allmende.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.ServedKind;
import java.time.Instant;
import java.util.List;

/**
 * Objects of a kind as rows (meta/v1 Table): what kubectl prints. The name is the first column; a kind without columns of its
 * own shows the age.
 *
 * @param version of meta.k8s.io: {@code v1} or {@code v1beta1}
 */
public record TableView(ServedKind kind, String version, IncludeObject include) {

    private static final PrinterColumn AGE = new PrinterColumn(
            "Age",
            "date",
            "",
            "How long ago the object was created. More info:"
                    + " https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/",
            0,
            object -> Json.at(object, "metadata", "creationTimestamp"));

    private static final String NAME = "Unique among the objects of the kind in the namespace. More info:"
            + " https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";

    /** @param metadata of the list: resourceVersion, continue, remainingItemCount */
    public ObjectNode list(List<? extends JsonNode> objects, ObjectNode metadata, Instant now) {
        return table(objects, metadata, true, now);
    }

    public ObjectNode single(JsonNode object, Instant now) {
        return table(List.of(object), metadata(object), true, now);
    }

    /**
     * The object of a watch event. A bookmark's object becomes a row as well.
     *
     * @param first whether it is the first event of the watch: only that one tells the columns
     */
    public ObjectNode event(JsonNode object, boolean first, Instant now) {
        return table(List.of(object), metadata(object), first, now);
    }

    private static ObjectNode metadata(JsonNode object) {
        var metadata = Json.object();
        var resourceVersion = Json.string(object, "metadata", "resourceVersion");
        return resourceVersion.isEmpty() ? metadata : metadata.put("resourceVersion", resourceVersion);
    }

    private ObjectNode table(List<? extends JsonNode> objects, ObjectNode metadata, boolean columns, Instant now) {
        var json = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/" + version);
        json.set("metadata", metadata);
        json.set("columnDefinitions", columns ? definitions() : NullNode.instance);
        var rows = json.putArray("rows");
        objects.forEach(object -> writeRow(object, rows.addObject(), now));
        return json;
    }

    private List<PrinterColumn> columns() {
        return kind.columns().isEmpty() ? List.of(AGE) : kind.columns();
    }

    private ArrayNode definitions() {
        var definitions = Json.MAPPER.createArrayNode();
        writeDefinition(definitions.addObject(), "Name", "string", "name", NAME, 0);
        for (var column : columns()) {
            // kube-apiserver's own kinds show ages as text; the type tells clients only how to align and sort
            var type = kind.builtIn() && column.type().equals("date") ? "string" : column.type();
            writeDefinition(
                    definitions.addObject(),
                    column.name(),
                    type,
                    column.format(),
                    column.description(),
                    column.priority());
        }
        return definitions;
    }

    private static void writeDefinition(
            ObjectNode json, String name, String type, String format, String description, int priority) {
        json.put("name", name)
                .put("type", type)
                .put("format", format)
                .put("description", description)
                .put("priority", priority);
    }

    private void writeRow(JsonNode object, ObjectNode row, Instant now) {
        var cells = row.putArray("cells");
        cells.add(Json.string(object, "metadata", "name"));
        for (var column : columns()) {
            cells.add(cell(column, column.cell().apply(object), now));
        }
        row.set(
                "object",
                switch (include) {
                    case NONE -> NullNode.instance;
                    case METADATA -> PartialMetadata.of(object, version);
                    case OBJECT -> object;
                });
    }

    private JsonNode cell(PrinterColumn column, JsonNode value, Instant now) {
        if (column.type().equals("date")) {
            return age(value, now);
        }
        if (value.isMissingNode() || value.isNull()) {
            return NullNode.instance;
        }
        return kind.builtIn() ? value : converted(value, column.type());
    }

    private JsonNode age(JsonNode value, Instant now) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            return TextNode.valueOf(Age.since(value.textValue(), now));
        }
        return kind.builtIn() ? TextNode.valueOf("<unknown>") : NullNode.instance;
    }

    /** A value of a custom resource as the column's type wants it, or null (apiextensions-apiserver, tableconvertor). */
    private static JsonNode converted(JsonNode value, String type) {
        var nodes = Json.MAPPER.getNodeFactory();
        return switch (type) {
            case "string" -> TextNode.valueOf(value.isValueNode() ? value.asText() : Json.text(value));
            case "integer" -> value.isNumber() ? nodes.numberNode(value.longValue()) : NullNode.instance;
            case "number" -> value.isNumber() ? value : NullNode.instance;
            case "boolean" -> value.isBoolean() ? value : NullNode.instance;
            default -> NullNode.instance;
        };
    }
}
