package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.protobuf.FieldType;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import java.util.ArrayList;
import java.util.List;

/** Removes fields that a message does not have. For one object. */
final class UnknownFields {

    private final Messages messages;
    private final List<String> found = new ArrayList<>();

    UnknownFields(Messages messages) {
        this.messages = messages;
    }

    List<String> remove(ObjectNode object, Message message) {
        object(object, message, "");
        found.sort(null);
        return found;
    }

    private void object(ObjectNode object, Message message, String prefix) {
        for (var fields = object.properties().iterator(); fields.hasNext(); ) {
            var entry = fields.next();
            var field = message.fields().get(entry.getKey());
            if (field != null) {
                value(entry.getValue(), field.type(), prefix + entry.getKey());
            } else if (!prefix.isEmpty() || !message.kind() || !isTypeMeta(entry.getKey())) {
                found.add(prefix + entry.getKey());
                fields.remove();
            }
        }
    }

    private static boolean isTypeMeta(String field) {
        return field.equals("apiVersion") || field.equals("kind");
    }

    private void value(JsonNode value, FieldType type, String path) {
        switch (type) {
            case Nested(var name) -> nested(value, name, path);
            case ListOf(var item) -> {
                if (value instanceof ArrayNode array) {
                    for (int i = 0; i < array.size(); i++) {
                        value(array.get(i), item, path + "[" + i + "]");
                    }
                }
            }
            case MapOf(var item) ->
                value.properties().forEach(entry -> value(entry.getValue(), item, path + "." + entry.getKey()));
            case Scalar scalar -> {
                if (scalar == Scalar.SCHEMA_OR_BOOL || scalar == Scalar.SCHEMA_OR_LIST) {
                    nested(value, "apiextensions.JSONSchemaProps", path);
                }
            }
        }
    }

    private void nested(JsonNode value, String name, String path) {
        if (value instanceof ObjectNode object) {
            object(object, messages.named(name), path + ".");
        }
    }
}
