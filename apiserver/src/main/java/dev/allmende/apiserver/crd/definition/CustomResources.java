package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.ServedKind.ScaleSubresource;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds that a definition serves. */
public final class CustomResources {

    private CustomResources() {}

    /** One kind for each served version, in the definition's order; the definition must be valid. */
    public static List<ServedKind> served(ObjectNode crd) {
        var kinds = new ArrayList<ServedKind>();
        for (var version : crd.path("spec").path("versions")) {
            if (version.path("served").asBoolean()) {
                kinds.add(kind(crd.path("spec"), version));
            }
        }
        return kinds;
    }

    private static ServedKind kind(JsonNode spec, JsonNode version) {
        var names = spec.path("names");
        var subresources = version.path("subresources");
        return new ServedKind(
                new GroupVersion(Json.string(spec, "group"), Json.string(version, "name")),
                Json.string(names, "plural"),
                Json.string(names, "singular"),
                Json.string(names, "kind"),
                Json.string(names, "listKind"),
                Json.string(spec, "scope").equals("Namespaced"),
                texts(names.path("shortNames")),
                texts(names.path("categories")),
                Set.of(Verb.values()),
                schema(version),
                subresources.hasNonNull("status"),
                scale(subresources.path("scale")),
                PrinterColumns.of(version.path("additionalPrinterColumns")),
                selectable(version.path("selectableFields")),
                false);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> selectable(JsonNode fields) {
        return fields.valueStream()
                .map(field -> Json.string(field, "jsonPath").substring(1))
                .toList();
    }

    private static Optional<ScaleSubresource> scale(JsonNode scale) {
        return scale.isObject()
                ? Optional.of(new ScaleSubresource(
                        Json.string(scale, "specReplicasPath"),
                        Json.string(scale, "statusReplicasPath"),
                        Json.string(scale, "labelSelectorPath")))
                : Optional.empty();
    }

    /** The version's schema, completed by what each resource has. */
    private static Schema schema(JsonNode version) {
        var source = Json.object();
        source.put("type", "object");
        if (Json.at(version, "schema", "openAPIV3Schema") instanceof ObjectNode written) {
            source.setAll(written);
        }
        var properties = Json.object();
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("type", "object");
        if (source.get("properties") instanceof ObjectNode written) {
            properties.setAll(written);
        }
        source.set("properties", properties);
        return Schema.parse(source);
    }
}
