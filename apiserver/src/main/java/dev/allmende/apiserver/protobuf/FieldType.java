package dev.allmende.apiserver.protobuf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a field holds. */
public sealed interface FieldType {

    /** Types that are not made of fields of their own; also those whose JSON differs in form from their message. */
    enum Scalar implements FieldType {
        STRING("string"),
        INT32("int32"),
        INT64("int64"),
        DOUBLE("double"),
        BOOL("bool"),
        /** Base64 in JSON. */
        BYTES("bytes"),
        /** RFC 3339 in JSON, to the second. */
        TIME("Time"),
        /** RFC 3339 in JSON, with six digits. */
        MICRO_TIME("MicroTime"),
        /** Text such as {@code 1500m} in JSON. */
        QUANTITY("Quantity"),
        INT_OR_STRING("IntOrString"),
        /** A tree of field names. */
        FIELDS_V1("FieldsV1"),
        /** Any JSON. */
        JSON("JSON"),
        /** A list of texts (authentication v1 ExtraValue). */
        EXTRA_VALUE("ExtraValue"),
        SCHEMA_OR_LIST("SchemaOrList"),
        SCHEMA_OR_BOOL("SchemaOrBool"),
        SCHEMA_OR_TEXTS("SchemaOrTexts");

        private final String word;

        Scalar(String word) {
            this.word = word;
        }

        private static final Map<String, Scalar> BY_WORD = new HashMap<>();

        static {
            for (var scalar : values()) {
                BY_WORD.put(scalar.word, scalar);
            }
        }

        static Optional<Scalar> of(String word) {
            return Optional.ofNullable(BY_WORD.get(word));
        }

        @Override
        public String toString() {
            return word.toLowerCase(Locale.ROOT);
        }
    }

    /** @param name of a message in {@link Messages}, as {@code file.Message} */
    record Nested(String name) implements FieldType {}

    record ListOf(FieldType item) implements FieldType {}

    /** Values under texts. */
    record MapOf(FieldType value) implements FieldType {}
}
