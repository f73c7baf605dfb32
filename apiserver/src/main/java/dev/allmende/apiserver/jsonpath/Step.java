package dev.allmende.apiserver.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path: from a node to some below it. */
sealed interface Step {

    void follow(JsonNode node, List<JsonNode> found);

    /** {@code .name} or {@code ['name']}. */
    record Field(String name) implements Step {
        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            var value = node.get(name);
            if (value != null) {
                found.add(value);
            }
        }
    }

    /** {@code .*} or {@code [*]}. */
    record Each() implements Step {
        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            node.forEach(found::add);
        }
    }

    /**
     * {@code [n]} or {@code [from:to:by]}; negative numbers count from the end.
     *
     * @param to excluded; null for the end
     */
    record Slice(int from, @Nullable Integer to, int by) implements Step {
        static Slice only(int index) {
            return new Slice(index, index == -1 ? null : Integer.valueOf(index + 1), 1);
        }

        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            if (!node.isArray()) {
                return;
            }
            int size = node.size();
            int start = from < 0 ? from + size : from;
            int end = to == null ? size : Math.min(size, to < 0 ? to + size : to);
            for (int i = start; i >= 0 && i < end; i += by) {
                found.add(node.get(i));
            }
        }
    }

    /** {@code ['a','b']} or {@code [0,2]}. */
    record Union(List<Step> steps) implements Step {
        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            steps.forEach(step -> step.follow(node, found));
        }
    }

    /** {@code ..}: the node itself and all below it. */
    record Descend() implements Step {
        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            found.add(node);
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    follow(child, found);
                }
            });
        }
    }

    /** {@code [?(...)]}. */
    record Filter(Condition condition) implements Step {
        @Override
        public void follow(JsonNode node, List<JsonNode> found) {
            if (node.isArray()) {
                node.forEach(item -> {
                    if (condition.holds(item)) {
                        found.add(item);
                    }
                });
            }
        }
    }
}
