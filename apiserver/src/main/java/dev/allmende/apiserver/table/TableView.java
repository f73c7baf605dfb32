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
import java.util.stream.Stream;

/**
 * Objects of a kind as rows (meta/v1 Table): what kubectl prints. The name is the first column unless the kind puts it
 * elsewhere (format {@code name}); a kind without columns of its own shows the age.
 *
 * @param version of meta.k8s.io: {@code v1} or {@code v1beta1}
 */
public record TableView(ServedKind kind, String version, IncludeObject include) {

    static final PrinterColumn AGE = new PrinterColumn(
            "Age",
            "date",
            "",
            "How long ago the object was created. More info:"
                    + " https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/",
            0,
            object -> Json.at(object, "metadata", "creationTimestamp"));

    private static final PrinterColumn NAME = new PrinterColumn(
            "Name",
            "string",
            "name",
            "Unique among the objects of the kind in the namespace. More info:"
                    + " https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names",
            0,
            object -> TextNode.valueOf(Json.string(object, "metadata", "name")));

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
        if (kind.columns().isEmpty()) {
            return List.of(NAME, AGE);
        }
        if (kind.columns().stream().anyMatch(column -> column.format().equals(NAME.format()))) {
            return kind.columns();
        }
        return Stream.concat(Stream.of(NAME), kind.columns().stream()).toList();
    }

    private ArrayNode definitions() {
        var definitions = Json.MAPPER.createArrayNode();
        for (var column : columns()) {
            // kube-apiserver's own kinds show ages as text; the type tells clients only how to align and sort
            boolean ageAsText = kind.builtIn() && column.type().equals("date");
            definitions
                    .addObject()
                    .put("name", column.name())
                    .put("type", ageAsText ? "string" : column.type())
                    .put("format", column.format())
                    .put("description", column.description())
                    .put("priority", column.priority());
        }
        return definitions;
    }

    private void writeRow(JsonNode object, ObjectNode row, Instant now) {
        var cells = row.putArray("cells");
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
        return value.isMissingNode() ? NullNode.instance : value;
    }

    private JsonNode age(JsonNode value, Instant now) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            return TextNode.valueOf(Age.since(value.textValue(), now));
        }
        return kind.builtIn() ? TextNode.valueOf("<unknown>") : NullNode.instance;
    }
}
