package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of new finalizers that nobody can tell the owner of (apiextensions customresource/strategy.go). */
final class FinalizerNames {

    private static final Set<String> STANDARD = Set.of("kubernetes", Meta.ORPHAN, Meta.FOREGROUND);

    private FinalizerNames() {}

    /** @param old null for a new object */
    static void warn(Asked asked, JsonNode object, @Nullable JsonNode old) {
        if (asked.resource().kind().builtIn()) {
            return;
        }
        List<String> added = new ArrayList<>(Meta.finalizers(object));
        if (old != null) {
            added.removeAll(Meta.finalizers(old));
        }
        for (var name : added) {
            if (!name.contains("/") && !STANDARD.contains(name)) {
                asked.warnings()
                        .add(
                                "metadata.finalizers: %s: prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers"
                                        .formatted(Quoted.text(name)));
            }
        }
    }
}
