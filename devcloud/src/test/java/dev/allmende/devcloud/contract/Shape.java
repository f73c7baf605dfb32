package dev.allmende.devcloud.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What is kept of an answer: status, media type, which of the watched headers are there, and the body with each value replaced
 * by its type. The elements of a list become one: the union of their keys and types ({@code null|string}).
 */
final class Shape {
    private static final List<String> WATCHED = List.of(
            "accept-patch",
            "allow",
            "location",
            "openstack-api-version",
            "openstack-image-import-methods",
            "retry-after",
            "vary",
            "www-authenticate",
            "x-compute-request-id",
            "x-openstack-nova-api-version",
            "x-openstack-request-id",
            "x-subject-token",
            "x-trans-id");
    /** Keys chosen by users or operators, not by the API. */
    private static final List<String> FREE =
            List.of("extra_specs", "metadata", "addresses", "links_of_nothing", "swift", "properties", "options");

    private Shape() {}

    static ObjectNode of(HttpResponse<String> answer) {
        ObjectNode shape = Json.object().put("status", answer.statusCode());
        shape.put(
                "type",
                answer.headers().firstValue("content-type").orElse("none").toLowerCase(Locale.ROOT));
        ArrayNode headers = shape.putArray("headers");
        WATCHED.stream()
                .filter(name -> answer.headers().firstValue(name).isPresent())
                .forEach(headers::add);
        JsonNode body = json(answer);
        if (!body.isMissingNode()) {
            shape.set("body", of(body));
        }
        return shape;
    }

    static JsonNode json(HttpResponse<String> answer) {
        boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
        if (!json || answer.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return Json.object().textNode("broken JSON");
        }
    }

    private static JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode shape = Json.object();
            for (String key : new TreeSet<>(
                    object.propertyStream().map(java.util.Map.Entry::getKey).toList())) {
                boolean free = FREE.contains(key) && object.path(key).isObject();
                shape.set(key, free ? shape.textNode("free map") : of(object.path(key)));
            }
            return shape;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode shape = Json.array();
            JsonNode union = MissingNode.getInstance();
            for (JsonNode element : array) {
                union = merge(union, of(element));
            }
            return union.isMissingNode() ? shape : shape.add(union);
        }
        return Json.object().textNode(type(value));
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            default -> "string";
        };
    }

    private static JsonNode merge(JsonNode one, JsonNode other) {
        if (one.isMissingNode()) {
            return other;
        }
        if (one instanceof ObjectNode left && other instanceof ObjectNode right) {
            ObjectNode both = left.deepCopy();
            right.properties()
                    .forEach(field -> both.set(field.getKey(), merge(left.path(field.getKey()), field.getValue())));
            return both;
        }
        if (one instanceof ArrayNode left && other instanceof ArrayNode right) {
            return left.isEmpty()
                    ? right
                    : right.isEmpty() ? left : Json.array().add(merge(left.get(0), right.get(0)));
        }
        if (one.isTextual() && other.isTextual()) {
            TreeSet<String> types = new TreeSet<>(List.of(one.asText().split("\\|")));
            types.addAll(List.of(other.asText().split("\\|")));
            return Json.object().textNode(String.join("|", types));
        }
        return one.isTextual() ? other : one;
    }
}
