package dev.allmende.apiserver.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A path into a JSON tree, in the dialect of Kubernetes (client-go util/jsonpath, without its templates): {@code .a.b},
 * {@code .a\.b}, {@code ['a.b']}, {@code [0]}, {@code [-1]}, {@code [0:2]}, {@code [*]}, {@code .*}, {@code ..name},
 * {@code ['a','b']} and filters such as {@code [?(@.type=="Ready")]}. Missing keys are no errors. Immutable.
 */
public final class JsonPath {

    private final List<Step> steps;

    JsonPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** @throws InvalidPath when the text is none; the message says where */
    public static JsonPath parse(String text) {
        return new JsonPath(new PathParser(text).parse());
    }

    /** All values that the path leads to; in the order of the tree. */
    public List<JsonNode> find(JsonNode root) {
        List<JsonNode> found = List.of(root);
        for (var step : steps) {
            var next = new ArrayList<JsonNode>();
            for (var node : found) {
                step.follow(node, next);
            }
            found = next;
        }
        return found;
    }

    /** Text that is no path. */
    public static final class InvalidPath extends RuntimeException {
        InvalidPath(String message) {
            super(message, null, false, false);
        }
    }
}
