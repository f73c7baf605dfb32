package dev.allmende.api.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of records: a component is a field, required unless it is {@link Nullable}, a collection or has a
 * {@link Default}. Every text, list and map has an upper
 * limit, so that the cost of rules can be bounded and no object grows without end.
 */
final class Fields {

    /** Characters of a text that says nothing else. */
    static final int TEXT = 1024;

    /** Items of a list that says nothing else. */
    static final int ITEMS = 256;

    private static final String UNCHANGEABLE = "cannot be changed: delete the object and make it anew";

    private Fields() {}

    static ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> plain -> record(plain, Map.of());
            case ParameterizedType filled
            when filled.getRawType() instanceof Class<?> raw ->
                record(raw, Map.of(raw.getTypeParameters()[0], filled.getActualTypeArguments()[0]));
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    /** @param filled what stands for the type's own variable, as O in {@code Status<O>} */
    private static ObjectNode record(Class<?> type, Map<TypeVariable<?>, Type> filled) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record: specs and statuses are");
        }
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        describe(schema, type);
        for (var shared : type.getInterfaces()) {
            rules(schema, shared);
        }
        rules(schema, type);
        var properties = JsonNodeFactory.instance.objectNode();
        var required = JsonNodeFactory.instance.arrayNode();
        for (var component : type.getRecordComponents()) {
            var said = Said.of(component);
            properties.set(said.name(), field(said, filled));
            if (isRequired(said)) {
                required.add(said.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    /** Clients leave out empty lists and maps: a missing one is an empty one. */
    private static boolean isRequired(Said said) {
        var component = said.component();
        return component.getType() != List.class
                && component.getType() != Map.class
                && said.find(Default.class) == null
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode field(Said said, Map<TypeVariable<?>, Type> filled) {
        var type = said.component().getGenericType();
        var schema = value(filled.getOrDefault(type, type), said);
        said.places().forEach(place -> {
            describe(schema, place);
            rules(schema, place);
        });
        var value = said.find(Default.class);
        if (value != null) {
            schema.put("default", value.value());
        }
        if (said.find(Immutable.class) != null) {
            rule(schema, "self == oldSelf", UNCHANGEABLE);
        }
        return schema;
    }

    private static ObjectNode value(Type type, Said at) {
        return switch (type) {
            case ParameterizedType of
            when of.getRawType() == List.class -> list(value(of.getActualTypeArguments()[0], at), at);
            case ParameterizedType of
            when of.getRawType() == Map.class -> map(value(of.getActualTypeArguments()[1], at));
            case Class<?> plain -> plain(plain, at);
            default ->
                throw new IllegalArgumentException(
                        "no schema for %s of %s".formatted(type, at.component().getDeclaringRecord()));
        };
    }

    private static ObjectNode plain(Class<?> type, Said at) {
        var schema = JsonNodeFactory.instance.objectNode();
        if (type == String.class) {
            return text(schema, at.find(TextLimits.class));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return number(schema, type, at.find(NumberLimits.class));
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        return type.isEnum() ? words(schema, type) : of(type);
    }

    private static ObjectNode text(ObjectNode schema, @Nullable TextLimits limits) {
        schema.put("type", "string").put("maxLength", limits == null ? TEXT : limits.max());
        if (limits != null) {
            if (limits.min() > 0) {
                schema.put("minLength", limits.min());
            }
            if (!limits.pattern().isEmpty()) {
                schema.put("pattern", limits.pattern());
            }
            if (!limits.format().isEmpty()) {
                schema.put("format", limits.format());
            }
        }
        return schema;
    }

    private static ObjectNode number(ObjectNode schema, Class<?> type, @Nullable NumberLimits limits) {
        schema.put("type", "integer");
        schema.put("format", type == int.class || type == Integer.class ? "int32" : "int64");
        if (limits != null) {
            schema.put("minimum", limits.min());
            if (limits.max() != Long.MAX_VALUE) {
                schema.put("maximum", limits.max());
            }
        }
        return schema;
    }

    private static ObjectNode words(ObjectNode schema, Class<?> type) {
        var words = schema.put("type", "string").putArray("enum");
        for (var constant : type.getFields()) {
            if (constant.isEnumConstant()) {
                var word = constant.getAnnotation(JsonProperty.class);
                words.add(word == null ? constant.getName() : word.value());
            }
        }
        return schema;
    }

    private static ObjectNode list(ObjectNode items, Said at) {
        var limits = at.find(ListLimits.class);
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "array").put("maxItems", limits == null ? ITEMS : limits.max());
        if (limits != null && limits.keys().length > 0) {
            schema.put("x-kubernetes-list-type", "map");
            var keys = schema.putArray("x-kubernetes-list-map-keys");
            List.of(limits.keys()).forEach(keys::add);
        } else {
            schema.put("x-kubernetes-list-type", "atomic");
        }
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode map(ObjectNode values) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("maxProperties", ITEMS);
        schema.set("additionalProperties", values);
        return schema;
    }

    static void describe(ObjectNode schema, AnnotatedElement from) {
        var text = from.getAnnotation(Describe.class);
        if (text != null) {
            schema.put("description", text.value());
        }
    }

    static void rules(ObjectNode schema, AnnotatedElement from) {
        for (var rule : from.getAnnotationsByType(Rule.class)) {
            rule(schema, rule.cel(), rule.message());
        }
    }

    private static void rule(ObjectNode schema, String cel, String message) {
        schema.withArray("/x-kubernetes-validations")
                .addObject()
                .put("rule", cel)
                .put("message", message);
    }
}
