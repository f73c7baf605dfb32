package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.kinds.Conditions.Condition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a definition's names are free in its group: who came first keeps them. */
final class NameClaims {

    private NameClaims() {}

    /**
     * The condition NamesAccepted.
     *
     * @param others definitions that are there too
     */
    static Condition check(JsonNode definition, Collection<? extends JsonNode> others) {
        var group = Json.string(definition, "spec", "group");
        Set<String> resources = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (var other : others) {
            boolean counts = Json.string(other, "spec", "group").equals(group)
                    && !Json.string(other, "metadata", "name").equals(Json.string(definition, "metadata", "name"));
            if (counts) {
                var accepted = other.path("status").path("acceptedNames");
                resources.addAll(resourceNames(accepted));
                kinds.addAll(kindNames(accepted));
            }
        }
        var names = definition.path("spec").path("names");
        return clash(resourceNames(names), resources)
                .or(() -> clash(kindNames(names), kinds))
                .map(name -> new Condition(
                        "NamesAccepted", false, "NameConflict", "\"%s\" is already in use".formatted(name)))
                .orElse(new Condition("NamesAccepted", true, "NoConflicts", "no conflicts found"));
    }

    private static Optional<String> clash(Set<String> wanted, Set<String> taken) {
        return wanted.stream().filter(taken::contains).sorted().findFirst();
    }

    private static Set<String> resourceNames(JsonNode names) {
        Set<String> all = new HashSet<>();
        all.add(names.path("plural").asText(""));
        all.add(names.path("singular").asText(""));
        names.path("shortNames").forEach(name -> all.add(name.asText("")));
        all.remove("");
        return all;
    }

    private static Set<String> kindNames(JsonNode names) {
        Set<String> all = new HashSet<>();
        all.add(names.path("kind").asText(""));
        all.add(names.path("listKind").asText(""));
        all.remove("");
        return all;
    }
}
