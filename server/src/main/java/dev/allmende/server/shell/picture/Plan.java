package dev.allmende.server.shell.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What belongs together in the picture.
 *
 * @param sections one for each network, those that a router joins next to each other
 * @param loose what leads to no network
 */
public record Plan(List<Section> sections, List<Tower> loose) {

    /** Below one card. */
    private static final int MOST_HUNG = 8;

    /**
     * A network and what is attached to it.
     *
     * @param routers that join it to a network further up
     */
    public record Section(Node network, List<Node> subnets, List<Node> routers, List<Tower> towers) {}

    /**
     * An object, and below it what only it has to do with.
     *
     * @param more how many others hang there that are not shown
     */
    public record Tower(Node head, List<Hung> hung, int more) {}

    /** @param depth 1 for what hangs at the head itself */
    public record Hung(Node node, Node at, int depth) {}

    public static Plan of(Graph graph) {
        return new Planning(graph).plan();
    }

    private static final class Planning {

        private final Graph graph;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Set<String>> uses = new HashMap<>();
        private final Map<String, Set<String>> neighbours = new HashMap<>();
        private final Map<String, String> homes = new HashMap<>();
        private final Map<String, String> hangsAt = new LinkedHashMap<>();

        Planning(Graph graph) {
            this.graph = graph;
            for (var node : graph.nodes()) {
                nodes.put(node.key(), node);
                uses.put(node.key(), new LinkedHashSet<>());
                neighbours.put(node.key(), new LinkedHashSet<>());
            }
            for (var edge : graph.edges()) {
                at(uses, edge.from()).add(edge.to());
                at(neighbours, edge.from()).add(edge.to());
                at(neighbours, edge.to()).add(edge.from());
            }
        }

        private static <T> T at(Map<String, T> map, String key) {
            return java.util.Objects.requireNonNull(map.get(key), key);
        }

        Plan plan() {
            for (var node : graph.nodes()) {
                var home = home(node);
                if (!home.isEmpty()) {
                    homes.put(node.key(), home);
                }
            }
            hang();
            List<Section> sections = new ArrayList<>();
            Set<String> placed = new LinkedHashSet<>();
            for (var network : order()) {
                placed.add(network);
                sections.add(section(network, placed));
            }
            return new Plan(sections, towers(""));
        }

        /** The network that a node leads to by the fewest steps; empty for none. */
        private String home(Node node) {
            Deque<String> waiting = new ArrayDeque<>(List.of(node.key()));
            Set<String> seen = new LinkedHashSet<>(waiting);
            while (!waiting.isEmpty()) {
                var key = waiting.remove();
                if (at(nodes, key).role() == Node.Role.NETWORK) {
                    return key;
                }
                at(uses, key).stream().filter(seen::add).forEach(waiting::add);
            }
            return "";
        }

        /** What leads to no network and has to do with one other object only, hangs at that. */
        private void hang() {
            boolean again = true;
            while (again) {
                again = false;
                for (var node : graph.nodes()) {
                    var at = onlyNeighbour(node);
                    if (!at.isEmpty()) {
                        hangsAt.put(node.key(), at);
                        again = true;
                    }
                }
            }
        }

        private String onlyNeighbour(Node node) {
            if (homes.containsKey(node.key()) || hangsAt.containsKey(node.key())) {
                return "";
            }
            var left = left(node.key());
            if (left.size() != 1) {
                return "";
            }
            var other = left.getFirst();
            boolean isBar = at(nodes, other).role() == Node.Role.NETWORK || isChip(other);
            boolean isPair = left(other).size() == 1 && !homes.containsKey(other);
            boolean refers = at(uses, node.key()).contains(other);
            return isBar || (isPair && !refers) ? "" : other;
        }

        private List<String> left(String key) {
            return at(neighbours, key).stream()
                    .filter(other -> !hangsAt.containsKey(other))
                    .toList();
        }

        /** A subnet is shown in its network's bar. */
        private boolean isChip(String key) {
            return at(nodes, key).role() == Node.Role.SUBNET && homes.containsKey(key);
        }

        /** The networks that a router joins. */
        private List<String> joined(Node router) {
            return at(uses, router.key()).stream()
                    .filter(key -> at(nodes, key).role() == Node.Role.NETWORK || isChip(key))
                    .map(key -> at(homes, key))
                    .distinct()
                    .toList();
        }

        /** From those that lead out, along the routers; then the rest. */
        private List<String> order() {
            Set<String> order = new LinkedHashSet<>();
            var first = graph.edges().stream()
                    .filter(edge -> edge.field().contains("xternal"))
                    .map(Graph.Edge::to);
            var all = graph.nodes().stream().map(Node::key);
            java.util.stream.Stream.concat(first, all)
                    .filter(key -> at(nodes, key).role() == Node.Role.NETWORK)
                    .forEach(key -> follow(key, order));
            return List.copyOf(order);
        }

        private void follow(String network, Set<String> order) {
            if (!order.add(network)) {
                return;
            }
            for (var node : graph.nodes()) {
                if (node.role() == Node.Role.ROUTER && joined(node).contains(network)) {
                    joined(node).stream().sorted().forEach(other -> follow(other, order));
                }
            }
        }

        private Section section(String network, Set<String> placed) {
            var subnets = graph.nodes().stream()
                    .filter(node -> isChip(node.key()) && at(homes, node.key()).equals(network))
                    .toList();
            var routers = graph.nodes().stream()
                    .filter(node -> isBetween(node) && above(node, placed).equals(network))
                    .toList();
            return new Section(at(nodes, network), subnets, routers, towers(network));
        }

        private boolean isBetween(Node node) {
            return node.role() == Node.Role.ROUTER && joined(node).size() > 1;
        }

        /** The second of a router's networks from the top; empty as long as that is not placed. */
        private String above(Node router, Set<String> placed) {
            var networks = placed.stream().filter(joined(router)::contains).toList();
            return networks.size() > 1 ? networks.get(1) : "";
        }

        private List<Tower> towers(String home) {
            List<Tower> towers = new ArrayList<>();
            for (var node : graph.nodes()) {
                boolean isHead = node.role() != Node.Role.NETWORK
                        && !isChip(node.key())
                        && !isBetween(node)
                        && !hangsAt.containsKey(node.key());
                if (isHead && homes.getOrDefault(node.key(), "").equals(home)) {
                    List<Hung> hung = new ArrayList<>();
                    collect(node, 1, hung);
                    int shown = Math.min(MOST_HUNG, hung.size());
                    towers.add(new Tower(node, List.copyOf(hung.subList(0, shown)), hung.size() - shown));
                }
            }
            return towers;
        }

        private void collect(Node at, int depth, List<Hung> hung) {
            for (var node : graph.nodes()) {
                if (at.key().equals(hangsAt.get(node.key()))) {
                    hung.add(new Hung(node, at, depth));
                    collect(node, depth + 1, hung);
                }
            }
        }
    }
}
