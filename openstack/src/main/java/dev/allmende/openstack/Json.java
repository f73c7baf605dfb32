package dev.allmende.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** JSON trees; no mapping onto classes, which would cost start-up time. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Empty when the bytes are no JSON, or nothing. */
    public static Optional<JsonNode> tree(byte[] body) {
        try {
            var tree = MAPPER.readTree(body);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    public static com.fasterxml.jackson.databind.node.ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a JSON tree that cannot be written", impossible);
        }
    }

    /** The text of a field; empty when it is absent, null or empty. */
    public static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
