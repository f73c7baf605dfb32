package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.BuiltInKind;
import dev.allmende.apiserver.json.Json;
import java.util.Optional;
import java.util.Set;

/** Namespaces: they go once they are empty, and some always stay. */
final class NamespaceRules extends BuiltInRules {

    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

    NamespaceRules(BuiltInKind kind) {
        super(kind);
    }

    @Override
    public void ending(ObjectNode object) {
        object.withObject("/status").put("phase", "Terminating");
    }

    @Override
    public boolean holds(JsonNode object) {
        return !Json.at(object, "spec", "finalizers").isEmpty();
    }

    @Override
    public Optional<String> undeletable(String name) {
        return IMMORTAL.contains(name) ? Optional.of("this namespace may not be deleted") : Optional.empty();
    }
}
