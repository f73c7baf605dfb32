package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the metadata of every object (apimachinery api/validation). Types are right already. */
public final class MetadataRules {

    private static final long MOST_ANNOTATIONS = 256 * 1024;
    private static final Set<String> OPERATIONS = Set.of("Apply", "Update");
    private static final Set<String> OWN_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");
    private static final List<String> LASTING =
            List.of("name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");

    private MetadataRules() {}

    /**
     * What is wrong with an object's metadata, its name apart.
     *
     * @param old the stored object on an update; null for a new object
     */
    public static List<FieldError> check(JsonNode object, @Nullable JsonNode old) {
        var metadata = object.path("metadata");
        List<FieldError> errors = new ArrayList<>();
        if (old != null) {
            errors.addAll(kept(metadata, old.path("metadata")));
        }
        errors.addAll(labels(metadata.path("labels"), "metadata.labels"));
        errors.addAll(annotations(metadata.path("annotations")));
        errors.addAll(owners(metadata.path("ownerReferences")));
        errors.addAll(finalizers(metadata.path("finalizers")));
        errors.addAll(managedFields(metadata.path("managedFields")));
        return errors;
    }

    private static List<FieldError> kept(JsonNode metadata, JsonNode old) {
        List<FieldError> errors = new ArrayList<>();
        for (var field : LASTING) {
            errors.addAll(Faults.immutable("metadata." + field, metadata.get(field), old.get(field)));
        }
        return errors;
    }

    /** @param path of the labels, for the errors */
    public static List<FieldError> labels(JsonNode labels, String path) {
        List<FieldError> errors = new ArrayList<>();
        labels.properties().forEach(label -> {
            errors.addAll(Faults.invalid(path, label.getKey(), Syntax.qualifiedName(label.getKey())));
            var value = label.getValue().asText();
            errors.addAll(Faults.invalid(path, value, Syntax.labelValue(value)));
        });
        return errors;
    }

    private static List<FieldError> annotations(JsonNode annotations) {
        List<FieldError> errors = new ArrayList<>();
        long size = 0;
        for (var annotation : annotations.properties()) {
            var key = annotation.getKey();
            size += bytes(key) + bytes(annotation.getValue().asText());
            errors.addAll(
                    Faults.invalid("metadata.annotations", key, Syntax.qualifiedName(key.toLowerCase(Locale.ROOT))));
        }
        if (size > MOST_ANNOTATIONS) {
            errors.add(Faults.tooLong("metadata.annotations", MOST_ANNOTATIONS));
        }
        return errors;
    }

    private static List<FieldError> owners(JsonNode owners) {
        var path = "metadata.ownerReferences";
        List<FieldError> errors = new ArrayList<>();
        var controller = "";
        for (var owner : owners) {
            errors.addAll(owner(owner, path));
            if (owner.path("controller").asBoolean(false)) {
                var name = Json.string(owner, "kind") + "/" + Json.string(owner, "name");
                if (controller.isEmpty()) {
                    controller = name;
                } else {
                    errors.add(FieldError.invalid(
                            path,
                            inOrder(owners),
                            "Only one reference can have Controller set to true. Found \"true\" in references for %s and %s"
                                    .formatted(controller, name)));
                }
            }
        }
        return errors;
    }

    /** As Go shows the references: fields in the order of the type, not of the alphabet. */
    private static String inOrder(JsonNode owners) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var owner : owners) {
            var ordered = array.addObject();
            for (var field : List.of("apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion")) {
                if (owner.has(field)) {
                    ordered.set(field, owner.get(field));
                }
            }
        }
        return Json.text(array);
    }

    private static List<FieldError> owner(JsonNode owner, String path) {
        List<FieldError> errors = new ArrayList<>();
        var version = Json.string(owner, "apiVersion");
        var kind = Json.string(owner, "kind");
        if (version.isEmpty() || version.endsWith("/")) {
            errors.add(Faults.invalid(path + ".apiVersion", version, "version must not be empty"));
        }
        for (var field : List.of("kind", "name", "uid")) {
            if (Json.string(owner, field).isEmpty()) {
                errors.add(Faults.invalid(path + "." + field, "", "must not be empty"));
            }
        }
        if (version.equals("v1") && kind.equals("Event")) {
            errors.add(
                    FieldError.invalid(path, GoText.json(owner), "/v1, Kind=Event is disallowed from being an owner"));
        }
        return errors;
    }

    private static List<FieldError> finalizers(JsonNode finalizers) {
        var path = "metadata.finalizers";
        List<FieldError> errors = new ArrayList<>();
        boolean orphan = false;
        boolean foreground = false;
        for (var finalizer : finalizers) {
            var name = finalizer.asText();
            errors.addAll(Faults.invalid(path, name, Syntax.qualifiedName(name)));
            orphan |= name.equals("orphan");
            foreground |= name.equals("foregroundDeletion");
        }
        if (orphan && foreground) {
            errors.add(FieldError.invalid(
                    path, GoText.json(finalizers), "finalizer orphan and foregroundDeletion cannot be both set"));
        }
        return errors;
    }

    /** Most built-in kinds ask more of finalizers: a domain, or one of the server's own names. */
    static List<FieldError> qualifiedFinalizers(JsonNode metadata) {
        List<FieldError> errors = new ArrayList<>();
        var finalizers = metadata.path("finalizers");
        for (int i = 0; i < finalizers.size(); i++) {
            errors.addAll(qualified(
                    "metadata.finalizers[%d]".formatted(i), finalizers.get(i).asText()));
        }
        return errors;
    }

    static List<FieldError> qualified(String path, String finalizer) {
        return finalizer.contains("/") || OWN_FINALIZERS.contains(finalizer)
                ? List.of()
                : List.of(Faults.invalid(
                        path, finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
    }

    private static List<FieldError> managedFields(JsonNode entries) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var path = "metadata.managedFields[%d]".formatted(i);
            var operation = Json.string(entry, "operation");
            if (!OPERATIONS.contains(operation)) {
                errors.add(Faults.invalid(path + ".operation", operation, "must be `Apply` or `Update`"));
            }
            var type = Json.string(entry, "fieldsType");
            if (!type.isEmpty() && !type.equals("FieldsV1")) {
                errors.add(Faults.invalid(path + ".fieldsType", type, "must be `FieldsV1`"));
            }
            if (bytes(Json.string(entry, "manager")) > 128) {
                errors.add(Faults.tooLong(path + ".manager", 128));
            }
        }
        return errors;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
