package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.ServedGroup.ServedVersion;
import dev.allmende.apiserver.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything served as one Swagger 2.0 document, made of the documents of version 3. */
final class SwaggerDocument {

    private static final String NAMES = "x-kubernetes-group-version-kind";

    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, ObjectNode> paths = new TreeMap<>();

    private SwaggerDocument() {}

    static ObjectNode of(List<ServedVersion> versions, String apiVersion) {
        var whole = new SwaggerDocument();
        versions.forEach(version -> whole.add(V3Document.of(version, apiVersion)));
        return whole.toJson(apiVersion);
    }

    private void add(ObjectNode document) {
        document.at("/components/schemas").properties().forEach(entry -> define(entry.getKey(), entry.getValue()));
        document.path("paths").properties().forEach(entry -> paths.put(entry.getKey(), pathItem(entry.getValue())));
    }

    private void define(String name, JsonNode source) {
        var known = definitions.get(name);
        if (known == null) {
            var schema = SwaggerSchema.of(source);
            if (source.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                // a kind without fields is an object all the same
                schema.put("type", "object").remove("x-kubernetes-preserve-unknown-fields");
            }
            definitions.put(name, schema);
        } else if (known.get(NAMES) instanceof ArrayNode names) {
            for (var more : source.path(NAMES)) {
                if (names.valueStream().noneMatch(more::equals)) {
                    names.add(more);
                }
            }
        }
    }

    private static ObjectNode pathItem(JsonNode source) {
        var item = Json.object();
        source.properties().forEach(entry -> {
            if (entry.getKey().equals("parameters")) {
                addParameters(item.putArray("parameters"), entry.getValue());
            } else {
                item.set(entry.getKey(), operation(entry.getValue()));
            }
        });
        return item;
    }

    private static ObjectNode operation(JsonNode source) {
        var operation = Json.object();
        operation.set("description", source.path("description"));
        var body = source.path("requestBody");
        mediaTypes(operation.putArray("consumes"), body.path("content"));
        mediaTypes(operation.putArray("produces"), source.at("/responses/200/content"));
        operation.putArray("schemes").add("https");
        operation.set("tags", source.path("tags"));
        operation.set("operationId", source.path("operationId"));
        var parameters = operation.putArray("parameters");
        if (body.isObject()) {
            addBody(parameters.addObject(), body);
        }
        addParameters(parameters, source.path("parameters"));
        var responses = operation.putObject("responses");
        source.path("responses")
                .properties()
                .forEach(entry -> responses.set(entry.getKey(), response(entry.getValue())));
        source.properties().forEach(entry -> {
            if (entry.getKey().startsWith("x-")) {
                operation.set(entry.getKey(), entry.getValue());
            }
        });
        return operation;
    }

    private static void mediaTypes(ArrayNode array, JsonNode content) {
        content.fieldNames().forEachRemaining(array::add);
        if (array.isEmpty()) {
            array.add("*/*");
        }
    }

    private static void addBody(ObjectNode parameter, JsonNode body) {
        parameter.put("name", "body").put("in", "body");
        if (body.path("required").asBoolean()) {
            parameter.put("required", true);
        }
        parameter.set("schema", schemaOf(body));
    }

    private static ObjectNode schemaOf(JsonNode withContent) {
        var first = withContent.path("content").elements();
        return SwaggerSchema.of(first.next().path("schema"));
    }

    private static void addParameters(ArrayNode parameters, JsonNode source) {
        for (var one : source) {
            var parameter = parameters.addObject();
            parameter.setAll((ObjectNode) one.path("schema"));
            one.properties().forEach(entry -> {
                if (!entry.getKey().equals("schema")) {
                    parameter.set(entry.getKey(), entry.getValue());
                }
            });
        }
    }

    private static ObjectNode response(JsonNode source) {
        var response = Json.object();
        response.set("description", source.path("description"));
        if (source.has("content")) {
            response.set("schema", schemaOf(source));
        }
        return response;
    }

    private ObjectNode toJson(String apiVersion) {
        var json = Json.object().put("swagger", "2.0");
        json.putObject("info").put("title", "Kubernetes").put("version", apiVersion);
        var allPaths = json.putObject("paths");
        paths.forEach(allPaths::set);
        var allDefinitions = json.putObject("definitions");
        definitions.forEach(allDefinitions::set);
        json.putObject("securityDefinitions")
                .putObject("BearerToken")
                .put("description", "Bearer token")
                .put("type", "apiKey")
                .put("name", "authorization")
                .put("in", "header");
        json.putArray("security").addObject().putArray("BearerToken");
        return json;
    }
}
