package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.jsonpath.JsonPath;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.schema.GoText;
import java.util.List;
import java.util.function.Function;

/** Printer columns from {@code additionalPrinterColumns} (apiextensions-apiserver, registry/customresource/tableconvertor). */
final class PrinterColumns {

    private PrinterColumns() {}

    static List<PrinterColumn> of(JsonNode columns) {
        return columns.valueStream().map(PrinterColumns::column).toList();
    }

    private static PrinterColumn column(JsonNode column) {
        var type = Json.string(column, "type");
        var jsonPath = Json.string(column, "jsonPath");
        var description = Json.string(column, "description");
        return new PrinterColumn(
                Json.string(column, "name"),
                type,
                Json.string(column, "format"),
                description.isEmpty()
                        ? "Custom resource definition column (in JSONPath format): " + jsonPath
                        : description,
                column.path("priority").asInt(),
                cell(JsonPath.parse(jsonPath), type));
    }

    private static Function<JsonNode, JsonNode> cell(JsonPath path, String type) {
        return object -> {
            var found = path.find(object);
            return found.isEmpty() ? MissingNode.getInstance() : cell(found.getFirst(), type);
        };
    }

    /** A value in the column's type; missing when it is of another. */
    private static JsonNode cell(JsonNode value, String type) {
        var make = JsonNodeFactory.instance;
        boolean fits = switch (type) {
            case "integer", "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "date" -> value.isTextual();
            default -> true;
        };
        if (!fits) {
            return MissingNode.getInstance();
        }
        return switch (type) {
            case "integer" -> make.numberNode(value.longValue());
            case "string" -> make.textNode(value.isTextual() ? value.textValue() : text(value));
            default -> value;
        };
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "<nil>" : GoText.of(value);
    }
}
