package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.schema.DefaultValues;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a schema may be the schema of a custom resource: structural, with known keywords and fitting defaults. The rules
 * and their words are those of apiextensions-apiserver 1.35 (apiserver/schema/validation, schema/defaulting and
 * apis/apiextensions/validation), the CEL rules apart.
 */
public final class StructuralCheck {

    private StructuralCheck() {}

    /**
     * @param path of the schema in messages, such as {@code spec.versions[0].schema.openAPIV3Schema}
     * @return empty when the schema is structural
     */
    public static List<FieldError> check(JsonNode schema, String path) {
        var malformed = KeywordTypes.check(schema, path);
        if (!malformed.isEmpty()) {
            return malformed;
        }
        var errors = new ArrayList<FieldError>();
        boolean readable = !SubSchemas.any(schema, Keywords::isUnsupported);
        if (readable) {
            errors.addAll(structure(schema, path));
        }
        if (readable && errors.isEmpty()) {
            checkDefaults(Schema.parse(schema), path, true, errors);
        }
        Keywords.check(schema, path, errors);
        return errors;
    }

    private static List<FieldError> structure(JsonNode schema, String path) {
        var errors = new ArrayList<FieldError>();
        new Structure(errors).check(schema, Structure.Level.ROOT, path);
        new Completeness(errors).check(schema, schema, path, path);
        errors.sort(Comparator.comparing(FieldError::message));
        return errors;
    }

    private static void checkDefaults(Schema schema, String path, boolean root, List<FieldError> errors) {
        schema.defaultValue().ifPresent(value -> errors.addAll(DefaultValues.check(value, schema, path + ".default")));
        schema.items().ifPresent(items -> checkDefaults(items, path + ".items", false, errors));
        schema.properties().forEach((name, property) -> {
            boolean common = (root || schema.embeddedResource()) && Keywords.COMMON_FIELDS.contains(name);
            if (!common) {
                checkDefaults(property, Paths.property(path, name), false, errors);
            }
        });
    }
}
