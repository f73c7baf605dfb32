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
            default -> asked.resource().kind().statusSubresource() ? allButStatus(asked, sent, old) : sent;
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

    /** A namespace's spec is its finalizers, which have a path of their own. */
    private static ObjectNode allButStatus(Asked asked, ObjectNode sent, ObjectNode old) {
        keep("status", sent, old);
        if (asked.resource().storage().equals(Namespaces.RESOURCE)) {
            keep("spec", sent, old);
        }
        return sent;
    }

    private static void keep(String field, ObjectNode sent, ObjectNode old) {
        var value = old.get(field);
        if (value == null) {
            sent.remove(field);
        } else {
            sent.set(field, value);
        }
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
