package dev.allmende.server.shell.picture;

import dev.allmende.server.shell.resource.Inventory;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which object refers to which, in the order of kinds and names. */
public record Graph(List<Node> nodes, List<Edge> edges) {

    /** @param field that says it */
    public record Edge(String from, String to, String field) {}

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public static Graph of(Inventory inventory) {
        return new Making(inventory).graph();
    }

    public Node node(String key) {
        return nodes.stream().filter(node -> node.key().equals(key)).findFirst().orElseThrow();
    }

    /** What a node refers to, each once. */
    public List<Node> uses(Node node) {
        return edges.stream()
                .filter(edge -> edge.from().equals(node.key()))
                .map(Edge::to)
                .distinct()
                .map(this::node)
                .toList();
    }

    private static final class Making {

        private final Inventory inventory;
        private final Map<String, Node> nodes = new TreeMap<>();
        private final Map<String, List<String>> byName = new HashMap<>();
        private final List<Edge> edges = new ArrayList<>();

        Making(Inventory inventory) {
            this.inventory = inventory;
        }

        Graph graph() {
            for (var item : inventory.items()) {
                var node = node(item);
                nodes.put(node.key(), node);
                byName.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(node.key());
            }
            for (var item : inventory.items()) {
                var from = key(item.kind(), item.name());
                for (var reference : item.references()) {
                    target(reference)
                            .filter(to -> !to.equals(from))
                            .ifPresent(to -> edges.add(new Edge(from, to, reference.path())));
                }
            }
            var sorted = nodes.values().stream()
                    .sorted(Comparator.comparing(Node::kind).thenComparing(Node::name))
                    .toList();
            return new Graph(sorted, edges);
        }

        private Node node(Inventory.Item item) {
            var state = item.isGoing()
                    ? Node.State.GOING
                    : item.ready().map(ready -> Node.State.of(ready.tone())).orElse(Node.State.PLAIN);
            var word = item.ready()
                    .map(ready -> ready.status().equals("True") ? ready.type() : ready.brief())
                    .orElse("");
            return new Node(
                    key(item.kind(), item.name()),
                    item.kind().name(),
                    item.name(),
                    item.kind().href(inventory.namespace(), item.name()),
                    word,
                    state);
        }

        private static String key(Kind kind, String name) {
            return kind.id() + "/" + name;
        }

        /** Only what can be in the picture: kinds in the namespace that were read. */
        private Optional<String> target(References.Reference reference) {
            if (reference.kind().isEmpty()) {
                var known = byName.getOrDefault(reference.name(), List.of());
                return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
            }
            var kind = reference.kind().get();
            if (!inventory.kinds().contains(kind)) {
                return Optional.empty();
            }
            var key = key(kind, reference.name());
            if (!nodes.containsKey(key)) {
                if (inventory.partial().contains(kind)) {
                    return Optional.empty();
                }
                nodes.put(key, new Node(key, kind.name(), reference.name(), "", "", Node.State.MISSING));
            }
            return Optional.of(key);
        }
    }
}
