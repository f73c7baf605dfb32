package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;

/** Which part of an object a write to one of its paths may change. */
final class Subresources {

    static final String STATUS = "status";
    static final String FINALIZE = "finalize";

    private Subresources() {}

    /** The old object with the part of {@code sent} that the path allows. */
    static ObjectNode merge(Asked asked, ObjectNode sent, ObjectNode old) {
        return switch (asked.subresource()) {
            case STATUS -> onlyStatus(sent, old);
            case FINALIZE -> onlyFinalizers(sent, old);
            default -> asked.resource().kind().statusSubresource() ? allButStatus(sent, old) : sent;
        };
    }

    /** Labels and the like stay as they are; who manages which field may change. */
    private static ObjectNode onlyStatus(ObjectNode sent, ObjectNode old) {
        var merged = old.deepCopy();
        var status = sent.get("status");
        if (status == null) {
            merged.remove("status");
        } else {
            merged.set("status", status);
        }
        Meta.keep(merged, sent, "managedFields");
        return merged;
    }

    private static ObjectNode allButStatus(ObjectNode sent, ObjectNode old) {
        var status = old.get("status");
        if (status == null) {
            sent.remove("status");
        } else {
            sent.set("status", status);
        }
        return sent;
    }

    private static ObjectNode onlyFinalizers(ObjectNode sent, ObjectNode old) {
        var merged = old.deepCopy();
        var spec = merged.get("spec") instanceof ObjectNode there ? there : merged.putObject("spec");
        var finalizers = Json.at(sent, "spec", "finalizers");
        if (finalizers.isArray() && !finalizers.isEmpty()) {
            spec.set("finalizers", finalizers);
        } else {
            spec.remove("finalizers");
        }
        return merged;
    }
}
