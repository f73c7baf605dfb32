package dev.allmende.server.shell.picture;

import java.util.ArrayList;
import java.util.List;

/** Graphs in short: {@code "Server/web networkRef Network/front"}; a node alone is there without referring to anything. */
final class Tenant {

    private Tenant() {}

    static Graph graph(String... statements) {
        List<Node> nodes = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (var statement : statements) {
            var words = statement.split(" ", -1);
            add(words[0], nodes);
            if (words.length == 3) {
                add(words[2], nodes);
                edges.add(new Graph.Edge(words[0], words[2], "spec." + words[1]));
            }
        }
        nodes.sort(java.util.Comparator.comparing(Node::kind).thenComparing(Node::name));
        return new Graph(nodes, edges);
    }

    private static void add(String key, List<Node> nodes) {
        if (nodes.stream().noneMatch(node -> node.key().equals(key))) {
            int slash = key.indexOf('/');
            nodes.add(new Node(
                    key, key.substring(0, slash), key.substring(slash + 1), "/ui/" + key, "Ready", Node.State.GOOD));
        }
    }

    /** Two networks behind a router, with all that a shop needs. */
    static Graph shop() {
        return graph(
                "Subnet/front-v4 networkRef Network/front",
                "Subnet/front-v6 networkRef Network/front",
                "Subnet/back-v4 networkRef Network/back",
                "Router/gateway externalNetworkRef Network/internet",
                "Router/gateway subnetRefs[0] Subnet/front-v4",
                "Router/gateway subnetRefs[1] Subnet/back-v4",
                "Server/web-1 networkRef Network/front",
                "Server/web-2 networks[0].networkRef Network/front",
                "Server/web-2 networks[1].networkRef Network/back",
                "Server/web-1 keyPairRef KeyPair/anna",
                "Server/web-2 keyPairRef KeyPair/anna",
                "Port/db networkRef Network/back",
                "Server/database portRef Port/db",
                "Server/database volumeRefs[0] Volume/data",
                "Server/database volumeRefs[1] Volume/log",
                "VolumeSnapshot/monday volumeRef Volume/data",
                "Volume/spare",
                "LoadBalancer/entry subnetRef Subnet/front-v4",
                "LoadBalancer/entry members[0].serverRef Server/web-1",
                "FloatingIP/public networkRef Network/internet",
                "FloatingIP/public loadBalancerRef LoadBalancer/entry",
                "Realm/team",
                "User/anna realmRef Realm/team",
                "User/berta realmRef Realm/team");
    }
}
