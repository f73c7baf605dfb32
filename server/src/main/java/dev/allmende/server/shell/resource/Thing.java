package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * One object, with all that its page shows.
 *
 * @param facts short statements of metadata
 * @param labels as {@code name=value}
 * @param uses what the spec names
 */
public record Thing(
        Kind kind,
        String namespace,
        String name,
        String uid,
        String version,
        boolean isGoing,
        Moment created,
        List<Fact> facts,
        List<String> labels,
        List<String> finalizers,
        List<Owner> owners,
        List<Condition> conditions,
        Seen seen,
        List<Link> uses,
        Fate fate,
        ObjectNode json) {

    /** @param name of the column that the API prints */
    public record Fact(String name, String text) {}

    /** @param href empty when the kind is not served */
    public record Owner(String kind, String name, String href, boolean isController) {}

    /** @throws dev.allmende.server.shell.visit.Refusal when there is none, or the user may not see it */
    public static Thing of(Api api, Kinds kinds, Kind kind, String namespace, String name, Moment.Clock clock) {
        var json = api.get(kind.path(namespace, name));
        var table = api.get(kind.path(namespace, name), java.util.Map.of("includeObject", "None"), Listing.TABLE);
        var metadata = json.path("metadata");
        return new Thing(
                kind,
                namespace,
                name,
                Json.string(metadata, "uid"),
                Json.string(metadata, "resourceVersion"),
                metadata.has("deletionTimestamp"),
                clock.moment(Json.string(metadata, "creationTimestamp")),
                facts(table),
                labels(metadata.path("labels")),
                texts(metadata.path("finalizers")),
                owners(metadata.path("ownerReferences"), kinds, namespace),
                Condition.of(json, clock),
                Seen.of(kind, kinds, namespace, json, clock),
                new References(kind, kinds)
                        .of(json).stream()
                                .map(reference -> reference.link(namespace))
                                .toList(),
                Fate.of(json),
                json);
    }

    private static List<Fact> facts(JsonNode table) {
        List<Fact> facts = new ArrayList<>();
        var cells = table.path("rows").path(0).path("cells");
        for (var column : Columns.of(table.path("columnDefinitions")).shown()) {
            var text = cells.path(column.index()).asText("");
            if (!text.isEmpty()) {
                facts.add(new Fact(column.name(), text));
            }
        }
        return facts;
    }

    private static List<String> labels(JsonNode labels) {
        return labels.properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** An owner is in the same namespace, or in none. */
    private static List<Owner> owners(JsonNode references, Kinds kinds, String namespace) {
        List<Owner> owners = new ArrayList<>();
        for (var reference : references) {
            var name = Json.string(reference, "name");
            var kind = Json.string(reference, "kind");
            owners.add(new Owner(
                    kind,
                    name,
                    kinds.of(Json.string(reference, "apiVersion"), kind)
                            .map(owner -> owner.href(owner.namespaced() ? namespace : "", name))
                            .orElse(""),
                    reference.path("controller").asBoolean()));
        }
        return owners;
    }

    public String href() {
        return kind.href(namespace, name);
    }
}
