package dev.allmende.server.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Markdown about a kind, from its definition. Pure. */
final class KindPage {

    private static final String STATUS = "status.allmende.dev";

    private final StringBuilder text = new StringBuilder();
    private final JsonNode definition;

    private KindPage(JsonNode definition) {
        this.definition = definition;
    }

    /** @param example path from the page to a file with an example; empty for none */
    static String of(JsonNode definition, String example) {
        var page = new KindPage(definition);
        page.head(example);
        var schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
        page.table("spec", schema.at("/properties/spec"));
        page.rules(schema);
        page.table("status", schema.at("/properties/status"));
        return page.text.toString();
    }

    private void head(String example) {
        var spec = definition.path("spec");
        var names = spec.path("names");
        line("# " + names.path("kind").asText());
        line("");
        line("<!-- Made from the kind by KindPagesTest; do not edit. -->");
        line("");
        line(definition
                .at("/spec/versions/0/schema/openAPIV3Schema/description")
                .asText());
        line("");
        line("`apiVersion: %s/%s`, %s, `kubectl get %s`."
                .formatted(
                        spec.path("group").asText(),
                        spec.at("/versions/0/name").asText(),
                        place(spec),
                        names.path("plural").asText()));
        if (!example.isEmpty()) {
            line("Example: [%s](%s).".formatted(example.substring(example.lastIndexOf('/') + 1), example));
        }
        line("");
    }

    private static String place(JsonNode spec) {
        if (spec.path("scope").asText().equals("Cluster")) {
            return "in no namespace";
        }
        return spec.path("group").asText().equals(STATUS)
                ? "in the namespace of a status page"
                : "in a tenant's namespace";
    }

    private void table(String title, JsonNode schema) {
        line("## " + title);
        line("");
        line("| field | type | meaning |");
        line("|---|---|---|");
        fields("", schema);
        line("");
    }

    private void fields(String path, JsonNode schema) {
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            var name = path + field.getKey();
            line("| `%s` | %s | %s |"
                    .formatted(
                            name,
                            type(field.getValue()),
                            meaning(field.getValue(), required.contains(field.getKey()))));
            below(name, field.getValue());
        }
    }

    private void below(String name, JsonNode field) {
        if (name.equals("conditions")) {
            return; // the same for all kinds
        }
        fields(name + ".", field);
        fields(name + "[].", field.path("items"));
        fields(name + ".KEY.", field.path("additionalProperties"));
    }

    private static String type(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "array" -> "list of " + type(field.path("items"));
            case "object" ->
                field.has("additionalProperties") ? "map of " + type(field.path("additionalProperties")) : "object";
            case "string" -> field.has("enum") ? words(field.path("enum")) : "text";
            case "boolean" -> "true or false";
            default -> "number";
        };
    }

    private static String words(JsonNode words) {
        return String.join(
                " or ",
                StreamSupport.stream(words.spliterator(), false)
                        .map(word -> "`" + word.asText() + "`")
                        .toList());
    }

    private static String meaning(JsonNode field, boolean isRequired) {
        var parts = new ArrayList<String>();
        if (field.has("description")) {
            parts.add(field.path("description").asText().replace("|", "\\|"));
        }
        parts.addAll(limits(field));
        if (field.has("default")) {
            parts.add("Default: `%s`.".formatted(field.path("default").asText()));
        }
        if (isUnchangeable(field)) {
            parts.add("Cannot be changed.");
        }
        if (isRequired) {
            parts.add("**Required.**");
        }
        return String.join(" ", parts);
    }

    private static List<String> limits(JsonNode field) {
        var limits = new ArrayList<String>();
        if (field.has("minimum") || field.has("maximum")) {
            limits.add("%s to %s."
                    .formatted(
                            field.path("minimum").asText("any"),
                            field.path("maximum").asText("any")));
        }
        if (field.has("pattern")) {
            limits.add("Pattern `%s`.".formatted(field.path("pattern").asText().replace("|", "\\|")));
        }
        return limits;
    }

    private static boolean isUnchangeable(JsonNode field) {
        return StreamSupport.stream(field.path("x-kubernetes-validations").spliterator(), false)
                .anyMatch(rule -> rule.path("rule").asText().equals("self == oldSelf"));
    }

    private void rules(JsonNode schema) {
        var messages = new ArrayList<String>();
        for (var place : List.of(schema, schema.at("/properties/spec"))) {
            place.path("x-kubernetes-validations")
                    .forEach(rule -> messages.add(rule.path("message").asText()));
        }
        if (messages.isEmpty()) {
            return;
        }
        line("Also refused, in these words:");
        line("");
        messages.forEach(message -> line("- " + message));
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
