package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.cel.RuleCheck;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.schema.SameJson;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.schema.structural.StructuralCheck;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code spec.versions}, and what {@code status.storedVersions} says of them. */
final class VersionsCheck {

    /** Keywords that schemas of kinds with a status subresource may have at their root. */
    private static final List<String> ROOT_KEYWORDS = List.of(
            "Description",
            "Type",
            "Format",
            "Title",
            "Maximum",
            "ExclusiveMaximum",
            "Minimum",
            "ExclusiveMinimum",
            "MaxLength",
            "MinLength",
            "Pattern",
            "MaxItems",
            "MinItems",
            "UniqueItems",
            "MultipleOf",
            "Required",
            "Items",
            "Properties",
            "ExternalDocs",
            "Example",
            "XPreserveUnknownFields",
            "XValidations");

    private static final Set<String> NOT_AT_ROOT = Set.of(
            "id",
            "$schema",
            "$ref",
            "enum",
            "maxProperties",
            "minProperties",
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "additionalProperties",
            "patternProperties",
            "dependencies",
            "additionalItems",
            "definitions",
            "default",
            "nullable",
            "x-kubernetes-embedded-resource",
            "x-kubernetes-int-or-string",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-list-type",
            "x-kubernetes-map-type");

    private final List<FieldError> errors;

    private VersionsCheck(List<FieldError> errors) {
        this.errors = errors;
    }

    static void check(JsonNode versions, @Nullable JsonNode old, List<FieldError> errors) {
        new VersionsCheck(errors).check(versions, old);
    }

    private void check(JsonNode versions, @Nullable JsonNode old) {
        int storage = 0;
        var names = new HashSet<String>();
        var places = new Places(versions);
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            storage += version.path("storage").asBoolean() ? 1 : 0;
            names.add(Json.string(version, "name"));
            checkName(Json.string(version, "name"), i);
            checkDeprecation(version, "spec.versions[" + i + "]");
            checkParts(version, old, places, i);
        }
        if (names.size() < versions.size()) {
            errors.add(FieldError.invalid("spec.versions", words(versions), "must contain unique version names"));
        }
        if (storage != 1) {
            errors.add(FieldError.invalid(
                    "spec.versions", words(versions), "must have exactly one version marked as storage version"));
        }
    }

    /** The versions as a Kubernetes API server shows them, without their schemas and the like. */
    private static String words(JsonNode versions) {
        return versions.valueStream()
                .map(version -> "{\"Name\":%s,\"Served\":%s,\"Storage\":%s,\"Deprecated\":%s,\"DeprecationWarning\":%s,"
                        .formatted(
                                Quoted.text(Json.string(version, "name")),
                                version.path("served").asBoolean(),
                                version.path("storage").asBoolean(),
                                version.path("deprecated").asBoolean(),
                                version.hasNonNull("deprecationWarning")
                                        ? GoText.json(version.path("deprecationWarning"))
                                        : "null"))
                .map(words -> words + "\"Schema\":null,\"Subresources\":null,\"AdditionalPrinterColumns\":null,"
                        + "\"SelectableFields\":null}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void checkName(String name, int index) {
        var wrong = NamesCheck.wrongLabel(name);
        if (!wrong.isEmpty()) {
            errors.add(FieldError.invalid("spec.versions[" + index + "].name", Quoted.text(name), wrong));
            if (index == 0) {
                errors.add(FieldError.invalid("spec.version", Quoted.text(name), wrong));
            }
        }
    }

    private void checkParts(JsonNode version, @Nullable JsonNode old, Places places, int index) {
        if (places.isFirst("schema", index) && !hasSameSchema(version, old)) {
            checkSchema(version, places.of("schema", index));
        }
        if (places.isFirst("subresources", index)) {
            SubresourcesCheck.check(version.path("subresources"), places.of("subresources", index), errors);
        }
        var columns = "additionalPrinterColumns";
        if (places.isFirst(columns, index)) {
            ColumnsCheck.check(version.path(columns), places.of(columns, index), errors);
        }
        if (places.isFirst("selectableFields", index)) {
            SelectableFieldsCheck.check(version, places.of("selectableFields", index), errors);
        }
    }

    private void checkDeprecation(JsonNode version, String path) {
        if (!version.hasNonNull("deprecationWarning")) {
            return;
        }
        var warning = Json.string(version, "deprecationWarning");
        var wrong = new ArrayList<String>();
        if (!version.path("deprecated").asBoolean()) {
            wrong.add("can only be set for deprecated versions");
        } else if (warning.length() > 256) {
            wrong.add("must be <= 256 characters long");
        } else if (warning.isEmpty()) {
            wrong.add("must not be an empty string");
        }
        wrong.forEach(
                detail -> errors.add(FieldError.invalid(path + ".deprecationWarning", Quoted.text(warning), detail)));
    }

    /** What was accepted before is not checked again: schemas are long, and most updates are of the status. */
    private static boolean hasSameSchema(JsonNode version, @Nullable JsonNode old) {
        return old != null
                && version.has("schema")
                && old.valueStream()
                        .anyMatch(before -> Json.string(before, "name").equals(Json.string(version, "name"))
                                && SameJson.same(before.path("schema"), version.path("schema"))
                                && before.path("subresources").has("status")
                                        == version.path("subresources").has("status"));
    }

    private void checkSchema(JsonNode version, String path) {
        var schemaPath = path + ".openAPIV3Schema";
        var schema = Json.at(version, "schema", "openAPIV3Schema");
        if (schema.isMissingNode() || schema.isNull()) {
            errors.add(FieldError.required(schemaPath, ""));
            return;
        }
        if (version.path("subresources").hasNonNull("status")) {
            checkRootKeywords(schema, schemaPath);
        }
        if (schema.path("nullable").asBoolean()) {
            errors.add(FieldError.forbidden(schemaPath + ".nullable", "nullable cannot be true at the root"));
        }
        var structure = StructuralCheck.check(schema, schemaPath);
        errors.addAll(structure.isEmpty() ? RuleCheck.check(Schema.parse(schema), schemaPath) : structure);
    }

    private void checkRootKeywords(JsonNode schema, String path) {
        for (var entry : schema.properties()) {
            if (NOT_AT_ROOT.contains(entry.getKey())) {
                errors.add(FieldError.invalid(
                        path,
                        Quoted.text(entry.getKey()),
                        "only [%s] fields are allowed at the root of the schema if the status subresource is enabled"
                                .formatted(String.join(" ", ROOT_KEYWORDS))));
                return;
            }
        }
    }

    /** Versions in which objects may be stored cannot go, and the storage version is among them. */
    static void checkStored(JsonNode crd, List<FieldError> errors) {
        var stored = crd.path("status").path("storedVersions");
        if (stored.isEmpty()) {
            errors.add(FieldError.invalid("status.storedVersions", "null", "must have at least one stored version"));
            return;
        }
        var missing = new HashMap<String, Integer>();
        for (int i = 0; i < stored.size(); i++) {
            missing.put(stored.get(i).asText(), i);
        }
        for (var version : crd.path("spec").path("versions")) {
            var name = Json.string(version, "name");
            if (missing.remove(name) == null && version.path("storage").asBoolean()) {
                errors.add(FieldError.invalid(
                        "status.storedVersions", GoText.json(stored), "must have the storage version " + name));
            }
        }
        missing.forEach((name, index) -> errors.add(FieldError.invalid(
                "status.storedVersions[" + index + "]",
                Quoted.text(name),
                ("missing from spec.versions; %1$s was previously a storage version, and must remain in spec.versions until"
                                + " a storage migration ensures no data remains persisted in %1$s and removes %1$s from"
                                + " status.storedVersions")
                        .formatted(name))));
    }
}
