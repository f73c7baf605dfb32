package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Namespaces: alive from the start, held by a finalizer until they are empty, labelled with their name. */
final class NamespaceStrategy implements Strategy {

    private static final String FINALIZER = "kubernetes";
    private static final String LABEL = "kubernetes.io/metadata.name";

    @Override
    public void prepare(ObjectNode namespace, @Nullable ObjectNode old) {
        if (old == null) {
            namespace.putObject("status").put("phase", "Active");
            hold(namespace.withObjectProperty("spec"));
        }
        namespace
                .withObjectProperty("metadata")
                .withObjectProperty("labels")
                .put(LABEL, Json.string(namespace, "metadata", "name"));
    }

    private static void hold(ObjectNode spec) {
        ArrayNode finalizers = spec.withArrayProperty("finalizers");
        for (var finalizer : finalizers) {
            if (finalizer.asText().equals(FINALIZER)) {
                return;
            }
        }
        finalizers.add(FINALIZER);
    }

    @Override
    public List<FieldError> validate(ObjectNode namespace, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        var finalizers = Json.at(namespace, "spec", "finalizers");
        if (old == null) {
            finalizers.forEach(finalizer -> errors.addAll(finalizer("spec.finalizers", finalizer.asText())));
        } else {
            if (!finalizers.equals(Json.at(old, "spec", "finalizers"))) {
                for (int i = 0; i < finalizers.size(); i++) {
                    errors.addAll(finalizer(
                            "spec.finalizers[%d]".formatted(i),
                            finalizers.get(i).asText()));
                }
            }
            if (!Objects.equals(namespace.get("status"), old.get("status"))) {
                errors.addAll(phase(namespace));
            }
        }
        return errors;
    }

    private static List<FieldError> finalizer(String path, String name) {
        var errors = new ArrayList<>(Faults.invalid(path, name, Syntax.qualifiedName(name)));
        errors.addAll(MetadataRules.qualified(path, name));
        return errors;
    }

    private static List<FieldError> phase(JsonNode namespace) {
        var phase = Json.string(namespace, "status", "phase");
        boolean ending = namespace.path("metadata").has("deletionTimestamp");
        var expected = ending ? "Terminating" : "Active";
        return phase.equals(expected)
                ? List.of()
                : List.of(Faults.invalid(
                        "status.Phase",
                        phase,
                        "may only be '%s' if `deletionTimestamp` is %sempty"
                                .formatted(expected, ending ? "not " : "")));
    }
}
