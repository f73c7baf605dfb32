package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.picture.Graph;
import dev.allmende.server.shell.picture.Layout;
import dev.allmende.server.shell.picture.Node;
import dev.allmende.server.shell.picture.Plan;
import dev.allmende.server.shell.resource.Inventory;
import dev.allmende.server.shell.visit.Addresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A namespace as a picture and, below it, the same as a table. */
public final class TopologyPage {

    /** Pixels; the style sheet shows the one that fits. */
    private static final int WIDE = 1_200;

    private static final int NARROW = 350;

    /** More than that nobody takes in as a picture. */
    private static final int MOST = 300;

    private final PageMaker pages;

    public TopologyPage(PageMaker pages) {
        this.pages = pages;
    }

    /** A line of the table. */
    public record Line(Node node, List<Node> uses) {}

    public Answer.Whole show(Reader reader) {
        var inventory = inventory(reader);
        var data = part(inventory);
        data.put("namespace", reader.namespace());
        data.put("scopeHref", Addresses.scope(reader.namespace()));
        data.put(
                "live",
                Addresses.LIVE + Addresses.topology(reader.namespace()).substring(Addresses.ROOT.length()) + "?since="
                        + inventory.version());
        var title = PageMaker.texts(reader.visit()).of("topologyOf", reader.namespace());
        return pages.page(reader.visit(), "topology.html", title, data);
    }

    /** What changes with the objects, as HTML. */
    public String part(Reader reader) {
        return pages.part(reader.visit(), "topology-part.html", part(inventory(reader)));
    }

    private static Inventory inventory(Reader reader) {
        return Inventory.of(reader.api(), reader.kinds(), reader.namespace(), reader.clock());
    }

    private static Map<String, Object> part(Inventory inventory) {
        var graph = Graph.of(inventory);
        Map<String, Object> data = new HashMap<>();
        data.put(
                "lines",
                graph.nodes().stream()
                        .map(node -> new Line(node, graph.uses(node)))
                        .toList());
        data.put("withheld", inventory.withheld());
        data.put("partial", !inventory.partial().isEmpty());
        boolean isDrawn = !graph.nodes().isEmpty() && graph.nodes().size() <= MOST;
        data.put("isDrawn", isDrawn);
        data.put("most", MOST);
        if (isDrawn) {
            var plan = Plan.of(graph);
            data.put("wide", Layout.of(graph, plan, WIDE));
            data.put("narrow", Layout.of(graph, plan, NARROW));
        }
        return data;
    }
}
