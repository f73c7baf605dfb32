package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.kinds.Conditions.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a definition's names it has: who came first in a group keeps a name. One of them that is taken does not cost the
 * others (Kubernetes, condition NamesAccepted of a CustomResourceDefinition).
 *
 * @param names for {@code status.acceptedNames}
 * @param condition NamesAccepted
 */
record NameClaims(ObjectNode names, Condition condition) {

    /** @param others definitions that are there too */
    static NameClaims of(JsonNode definition, Collection<? extends JsonNode> others) {
        return new Claiming(definition, others).claims();
    }

    private static final class Claiming {
        private final Set<String> resources = new HashSet<>();
        private final Set<String> kinds = new HashSet<>();
        private final JsonNode wanted;
        private final ObjectNode accepted;
        private Condition condition = new Condition("NamesAccepted", true, "NoConflicts", "no conflicts found");

        Claiming(JsonNode definition, Collection<? extends JsonNode> others) {
            wanted = definition.path("spec").path("names");
            accepted = definition.path("status").path("acceptedNames") instanceof ObjectNode now
                    ? now.deepCopy()
                    : Json.object();
            for (var other : others) {
                if (isNeighbour(definition, other)) {
                    var theirs = other.path("status").path("acceptedNames");
                    resources.add(theirs.path("plural").asText(""));
                    resources.add(theirs.path("singular").asText(""));
                    resources.addAll(shortNames(theirs));
                    kinds.add(theirs.path("kind").asText(""));
                    kinds.add(theirs.path("listKind").asText(""));
                }
            }
            resources.remove("");
            kinds.remove("");
        }

        private static boolean isNeighbour(JsonNode definition, JsonNode other) {
            return Json.string(other, "spec", "group").equals(Json.string(definition, "spec", "group"))
                    && !Json.string(other, "metadata", "name").equals(Json.string(definition, "metadata", "name"));
        }

        NameClaims claims() {
            claim("plural", resources, "PluralConflict");
            claim("singular", resources, "SingularConflict");
            claimShortNames();
            claim("kind", kinds, "KindConflict");
            claim("listKind", kinds, "ListKindConflict");
            put("categories");
            return new NameClaims(accepted, condition);
        }

        private void claim(String field, Set<String> taken, String reason) {
            var name = wanted.path(field).asText("");
            if (isFree(name, accepted.path(field).asText(""), taken)) {
                put(field);
            } else {
                refuse(reason, List.of(name));
            }
        }

        private void claimShortNames() {
            var own = new HashSet<>(shortNames(accepted));
            var refused = shortNames(wanted).stream()
                    .filter(name -> !own.contains(name) && resources.contains(name))
                    .toList();
            if (refused.isEmpty()) {
                put("shortNames");
            } else {
                refuse("ShortNamesConflict", refused);
            }
        }

        private static boolean isFree(String name, String own, Set<String> taken) {
            return name.equals(own) || !taken.contains(name);
        }

        /** The last refusal is the one that is told, as upstream does. */
        private void refuse(String reason, List<String> names) {
            var words = names.stream()
                    .map(name -> Quoted.text(name) + " is already in use")
                    .toList();
            var message = words.size() == 1 ? words.getFirst() : "[" + String.join(", ", words) + "]";
            condition = new Condition("NamesAccepted", false, reason, message);
        }

        private void put(String field) {
            if (wanted.has(field)) {
                accepted.set(field, wanted.path(field).deepCopy());
            } else {
                accepted.remove(field);
            }
        }

        private static List<String> shortNames(JsonNode names) {
            List<String> all = new ArrayList<>();
            names.path("shortNames").forEach(name -> all.add(name.asText("")));
            return all;
        }
    }
}
