package dev.allmende.apiserver.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message.Field;
import dev.allmende.apiserver.protobuf.Wire.Malformed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads one object's message into JSON. For one object. */
final class MessageReader {

    /** Far beyond any object of use; keeps a small body from becoming a large tree. */
    private static final int MOST_VALUES = 200_000;

    private static final int DEEPEST = 150;

    private final Messages messages;
    private final Deque<String> path = new ArrayDeque<>();
    private int values;

    MessageReader(Messages messages) {
        this.messages = messages;
    }

    void read(Message message, Wire wire, ObjectNode into) {
        try {
            fields(message, wire, into);
        } catch (Malformed e) {
            throw new Malformed(place(message) + ": " + e.getMessage());
        }
    }

    private String place(Message message) {
        Iterable<String> outermostFirst = path::descendingIterator;
        return StreamSupport.stream(outermostFirst.spliterator(), false)
                .collect(Collectors.joining(".", message.simpleName() + (path.isEmpty() ? "" : "."), ""));
    }

    private void fields(Message message, Wire wire, ObjectNode into) {
        while (wire.more()) {
            int tag = wire.tag();
            var field = message.field(tag >>> 3);
            if (field == null) {
                wire.skip(tag & 7);
            } else {
                path.push(field.name());
                count();
                field(field, tag & 7, wire, into);
                path.pop();
            }
        }
    }

    private void field(Field field, int wireType, Wire wire, ObjectNode into) {
        switch (field.type()) {
            case ListOf(var item) -> {
                var list = into.get(field.name()) instanceof ArrayNode old ? old : into.putArray(field.name());
                list.add(value(item, wireType, wire));
            }
            case MapOf(var type) -> {
                var map = into.get(field.name()) instanceof ObjectNode old ? old : into.putObject(field.name());
                entry(type, part(wireType, wire), map);
            }
            case FieldType single -> {
                var value = value(single, wireType, wire);
                if (value.isMissingNode() || (isZero(value) && !field.optional() && !field.always())) {
                    into.remove(field.name());
                } else {
                    into.set(field.name(), value);
                }
            }
        }
    }

    private void entry(FieldType type, Wire entry, ObjectNode map) {
        var key = "";
        JsonNode value = zero(type);
        while (entry.more()) {
            int tag = entry.tag();
            switch (tag >>> 3) {
                case 1 -> key = part(tag & 7, entry).text();
                case 2 -> value = value(type, tag & 7, entry);
                default -> entry.skip(tag & 7);
            }
        }
        map.set(key, value);
    }

    private JsonNode value(FieldType type, int wireType, Wire wire) {
        return switch (type) {
            case Nested(var name) -> nested(name, part(wireType, wire));
            case Scalar scalar -> scalar(scalar, wireType, wire);
            case ListOf _, MapOf _ -> throw new IllegalStateException("lists of lists are not in the tables");
        };
    }

    private ObjectNode nested(String name, Wire wire) {
        if (path.size() > DEEPEST) {
            throw new Malformed("nested more than %d deep".formatted(DEEPEST));
        }
        var object = Json.object();
        fields(messages.named(name), wire, object);
        return object;
    }

    private JsonNode scalar(Scalar scalar, int wireType, Wire wire) {
        var json = JsonNodeFactory.instance;
        return switch (scalar) {
            case STRING -> json.textNode(part(wireType, wire).text());
            case INT32 -> json.numberNode((int) number(wireType, wire));
            case INT64 -> WellKnown.integer(number(wireType, wire));
            case BOOL -> json.booleanNode(number(wireType, wire) != 0);
            case DOUBLE -> WellKnown.number(wireType, wire);
            case BYTES -> json.textNode(WellKnown.base64(part(wireType, wire)));
            case TIME -> WellKnown.time(part(wireType, wire));
            case MICRO_TIME -> WellKnown.microTime(part(wireType, wire));
            case QUANTITY -> WellKnown.quantity(part(wireType, wire));
            case INT_OR_STRING -> WellKnown.intOrString(part(wireType, wire));
            case FIELDS_V1, JSON -> WellKnown.json(part(wireType, wire));
            case EXTRA_VALUE -> list(1, Scalar.STRING, part(wireType, wire));
            case SCHEMA_OR_LIST -> schemaOr(part(wireType, wire), 1, 2, new Nested("apiextensions.JSONSchemaProps"));
            case SCHEMA_OR_TEXTS -> schemaOr(part(wireType, wire), 1, 2, Scalar.STRING);
            case SCHEMA_OR_BOOL -> schemaOrBool(part(wireType, wire));
        };
    }

    /** One schema, or a list of something else. */
    private JsonNode schemaOr(Wire wire, int schemaNumber, int listNumber, FieldType item) {
        var list = JsonNodeFactory.instance.arrayNode();
        JsonNode schema = MissingNode.getInstance();
        while (wire.more()) {
            int tag = wire.tag();
            if (tag >>> 3 == schemaNumber) {
                schema = nestedDeeper(part(tag & 7, wire));
            } else if (tag >>> 3 == listNumber) {
                count();
                list.add(value(item, tag & 7, wire));
            } else {
                wire.skip(tag & 7);
            }
        }
        return list.isEmpty() ? schema : list;
    }

    private JsonNode schemaOrBool(Wire wire) {
        JsonNode value = JsonNodeFactory.instance.booleanNode(false);
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag >>> 3) {
                case 1 -> value = value.isObject() ? value : scalar(Scalar.BOOL, tag & 7, wire);
                case 2 -> value = nestedDeeper(part(tag & 7, wire));
                default -> wire.skip(tag & 7);
            }
        }
        return value;
    }

    private ObjectNode nestedDeeper(Wire wire) {
        return nested("apiextensions.JSONSchemaProps", wire);
    }

    private ArrayNode list(int number, FieldType item, Wire wire) {
        var list = JsonNodeFactory.instance.arrayNode();
        while (wire.more()) {
            int tag = wire.tag();
            if (tag >>> 3 == number) {
                count();
                list.add(value(item, tag & 7, wire));
            } else {
                wire.skip(tag & 7);
            }
        }
        return list;
    }

    private void count() {
        if (++values > MOST_VALUES) {
            throw new Malformed("more than %d values".formatted(MOST_VALUES));
        }
    }

    private static Wire part(int wireType, Wire wire) {
        if (wireType != Wire.BYTES) {
            throw new Malformed("wire type %d where bytes are expected".formatted(wireType));
        }
        return wire.part();
    }

    private static long number(int wireType, Wire wire) {
        if (wireType != Wire.VARINT) {
            throw new Malformed("wire type %d where a number is expected".formatted(wireType));
        }
        return wire.varint();
    }

    private static JsonNode zero(FieldType type) {
        return type instanceof Nested ? Json.object() : JsonNodeFactory.instance.textNode("");
    }

    private static boolean isZero(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.asText().isEmpty();
            case NUMBER -> value.asDouble() == 0;
            case BOOLEAN -> !value.asBoolean();
            default -> false;
        };
    }
}
