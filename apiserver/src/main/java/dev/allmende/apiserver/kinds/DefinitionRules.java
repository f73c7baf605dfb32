package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.BuiltInKind;
import dev.allmende.apiserver.crd.definition.CustomResourceDefinitions;
import dev.allmende.apiserver.status.FieldError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Custom resource definitions: they take their objects with them. */
final class DefinitionRules extends BuiltInRules {

    static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final InstantSource clock;

    DefinitionRules(BuiltInKind kind, InstantSource clock) {
        super(kind);
        this.clock = clock;
    }

    @Override
    public void prepare(ObjectNode object, @Nullable ObjectNode old) {
        super.prepare(object, old);
        CustomResourceDefinitions.fillDefaults(object);
        CustomResourceDefinitions.rememberStorageVersion(object);
    }

    @Override
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>(super.validate(object, old));
        errors.addAll(CustomResourceDefinitions.validate(object, old));
        return errors;
    }

    @Override
    public void ending(ObjectNode object) {
        var metadata = object.withObject("/metadata");
        var finalizers =
                metadata.get("finalizers") instanceof ArrayNode there ? there : metadata.putArray("finalizers");
        for (var finalizer : finalizers) {
            if (finalizer.asText().equals(CLEANUP)) {
                return;
            }
        }
        if (Conditions.isTrue(object, "Terminating")) {
            return; // cleaned up already
        }
        finalizers.add(CLEANUP);
        Conditions.set(
                object,
                new Conditions.Condition(
                        "Terminating",
                        true,
                        "InstanceDeletionPending",
                        "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon"),
                clock.instant());
    }
}
