package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The value checks of one schema node, compiled: JSON Schema's keywords with the meaning, order and words that
 * kube-openapi's validation gives them. Formats that it does not know are no check. Immutable.
 */
final class ValueRules {

    private final TypeRule type;
    private final @Nullable Junctors junctors;
    private final @Nullable StringRules strings;
    private final @Nullable NumberRules numbers;
    private final @Nullable ArrayRules arrays;
    private final @Nullable EnumRule allowed;
    private final @Nullable FieldRules fields;

    private ValueRules(JsonNode schema) {
        this.type = TypeRule.of(schema);
        this.junctors = Junctors.of(schema);
        this.strings = StringRules.of(schema);
        this.numbers = NumberRules.of(schema);
        this.arrays = ArrayRules.of(schema);
        this.allowed = EnumRule.of(schema);
        this.fields = FieldRules.of(schema);
    }

    /** @param schema apiextensions v1 JSONSchemaProps as JSON; must have passed the structural check */
    static ValueRules compile(JsonNode schema) {
        return new ValueRules(schema);
    }

    /** A limit that a keyword sets, -1 for none. */
    static int limit(JsonNode schema, String keyword) {
        var value = schema.path(keyword);
        return value.isNumber() ? (int) Math.min(value.longValue(), Integer.MAX_VALUE) : -1;
    }

    /**
     * Checks a value where the walk stands. What is wrong with an unchanged value is forgiven (apiextensions-apiserver,
     * validation/ratcheting).
     *
     * @param old what was there before, null when there was nothing that can be compared
     */
    void check(JsonNode value, @Nullable JsonNode old, Walk walk) {
        int before = walk.found();
        judge(value, old, walk);
        if (old != null && walk.found() > before && SameJson.same(value, old)) {
            walk.forgetFrom(before);
        }
    }

    /** As {@link #check}, but forgives only below this value. */
    void judge(JsonNode value, @Nullable JsonNode old, Walk walk) {
        type.check(value, walk);
        if (value.isNull()) {
            checkEnum(value, walk);
            return;
        }
        if (junctors != null) {
            junctors.check(value, old, walk);
        }
        switch (value.getNodeType()) {
            case STRING -> {
                if (strings != null) {
                    strings.check(value.textValue(), walk);
                }
            }
            case NUMBER -> {
                if (numbers != null) {
                    numbers.check(value, walk);
                }
                walk.agreed++;
            }
            case ARRAY -> {
                if (arrays != null) {
                    arrays.check((ArrayNode) value, old instanceof ArrayNode array ? array : null, walk);
                }
                walk.agreed++;
            }
            default -> {}
        }
        checkEnum(value, walk);
        if (fields != null && value instanceof ObjectNode object) {
            fields.check(object, old instanceof ObjectNode oldObject ? oldObject : null, walk);
        }
        walk.agreed++;
    }

    private void checkEnum(JsonNode value, Walk walk) {
        if (allowed != null) {
            allowed.check(value, walk);
        }
    }

    /** {@code enum}. */
    private record EnumRule(JsonNode values, String words) {

        static @Nullable EnumRule of(JsonNode schema) {
            var values = schema.path("enum");
            if (values.isEmpty()) {
                return null;
            }
            var words = new StringBuilder("supported values: ");
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                var text = value.isTextual() ? value.textValue() : GoText.json(value);
                words.append(i == 0 ? "" : ", ").append(Quoted.text(text));
            }
            return new EnumRule(values, words.toString());
        }

        void check(JsonNode value, Walk walk) {
            for (var allowed : values) {
                if (SameJson.same(allowed, value)) {
                    return;
                }
            }
            walk.fault(Kind.NOT_SUPPORTED, GoText.of(value), words);
        }
    }
}
