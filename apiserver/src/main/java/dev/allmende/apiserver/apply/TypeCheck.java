package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an applied object fits its shape, worded as the original does (structured-merge-diff typed/validate.go). Values
 * are checked later, by the schema.
 */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class TypeCheck {

    private final List<String> errors = new ArrayList<>();

    private TypeCheck() {}

    /** @return one line for one error, several for more; null when all is well */
    static @Nullable String problem(JsonNode value, Shape shape) {
        var check = new TypeCheck();
        check.check(value, shape, "");
        return switch (check.errors.size()) {
            case 0 -> null;
            case 1 -> check.errors.getFirst();
            default -> "errors:\n  " + String.join("\n  ", check.errors);
        };
    }

    private void error(String path, String message) {
        errors.add(path.isEmpty() ? message : path + ": " + message);
    }

    private void check(JsonNode value, Shape shape, String path) {
        if (shape == Shape.DEDUCED || shape == Shape.ATOM || value.isNull()) {
            return;
        }
        switch (shape.kind(value)) {
            case MAP -> {
                if (value instanceof ObjectNode map) {
                    map(map, shape.fields(), path);
                } else {
                    error(path, "expected map, got &{" + GoText.plain(value) + "}");
                }
            }
            case LIST -> {
                if (value instanceof ArrayNode list) {
                    list(list, shape.items(), path);
                } else {
                    error(path, "expected list, got &{" + GoText.plain(value) + "}");
                }
            }
            case SCALAR -> scalar(value, shape.scalar() == null ? Shape.Scalar.UNTYPED : shape.scalar(), path);
        }
    }

    private void scalar(JsonNode value, Shape.Scalar scalar, String path) {
        switch (scalar) {
            case NUMERIC -> {
                if (!value.isNumber()) {
                    error(path, "expected numeric (int or float), got " + GoText.type(value));
                }
            }
            case STRING -> {
                if (!value.isTextual()) {
                    error(path, "expected string, got &value.valueUnstructured{Value:" + GoText.syntax(value) + "}");
                }
            }
            case BOOLEAN -> {
                if (!value.isBoolean()) {
                    error(path, "expected boolean, got &{" + GoText.plain(value) + "}");
                }
            }
            case UNTYPED -> {
                if (value.isContainerNode()) {
                    error(path, "expected any scalar, got &{" + GoText.plain(value) + "}");
                }
            }
        }
    }

    private void map(ObjectNode map, Shape.Fields fields, String path) {
        for (var field : map.properties()) {
            var at = path + "." + field.getKey();
            var declared = fields.declared().get(field.getKey());
            if (declared == null && fields.others() == Shape.Fields.Others.REFUSED) {
                error(at, "field not declared in schema");
                return;
            }
            check(field.getValue(), declared == null ? fields.undeclared() : declared.shape(), at);
        }
    }

    private void list(ArrayNode list, Shape.Items items, String path) {
        Set<PathElement> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var at = items.atomic() ? new PathElement.Index(i) : ListItems.element(items, item);
            if (at == null) {
                error(path, "element " + i + ": " + ListItems.problem(items, item));
                return;
            }
            if (!seen.add(at)) {
                error(path, "duplicate entries for key " + at.text());
            }
            check(item, items.shape(), path + at.text());
        }
    }
}
