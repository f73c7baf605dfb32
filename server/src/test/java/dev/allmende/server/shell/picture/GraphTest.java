package dev.allmende.server.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.server.shell.resource.Inventory;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.KindsOfATenant;
import dev.allmende.server.shell.resource.References.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GraphTest {

    private static final Kind NETWORK = KindsOfATenant.of("Network");
    private static final Kind SERVER = KindsOfATenant.of("Server");

    GraphTest() {}

    private static Inventory.Item item(Kind kind, String name, Reference... references) {
        return new Inventory.Item(kind, name, false, Optional.empty(), Arrays.asList(references));
    }

    private static Graph graph(Set<Kind> partial, Inventory.Item... items) {
        return Graph.of(new Inventory("blue", List.of(items), List.of(NETWORK, SERVER), partial, 0, "1"));
    }

    private static Reference to(Optional<Kind> kind, String name) {
        return new Reference("spec.someRef", kind, name);
    }

    @Test
    void whatIsNamedButNotThereIsShownAsMissing() {
        var graph = graph(Set.of(), item(SERVER, "web", to(Optional.of(NETWORK), "later")));
        assertThat(graph.nodes())
                .extracting(node -> node.kind() + " " + node.name() + " " + node.isMissing())
                .containsExactly("Network later true", "Server web false");
        assertThat(graph.nodes().getFirst().href()).isEmpty();
        assertThat(graph.edges()).hasSize(1);
    }

    @Test
    void ofWhatWasNotReadNothingIsSaidToBeMissing() {
        assertThat(graph(Set.of(NETWORK), item(SERVER, "web", to(Optional.of(NETWORK), "x")))
                        .edges())
                .isEmpty();
        assertThat(graph(Set.of(), item(SERVER, "web", to(Optional.of(KindsOfATenant.of("Secret")), "key")))
                        .edges())
                .isEmpty();
    }

    @Test
    void aNameWithoutKindCountsWhenOnlyOneObjectHasIt() {
        var web = item(SERVER, "web", to(Optional.empty(), "only"), to(Optional.empty(), "twice"));
        var graph = graph(
                Set.of(), web, item(NETWORK, "only"), item(NETWORK, "twice"), item(SERVER, "twice"), item(SERVER, "x"));
        assertThat(graph.uses(graph.node("servers.compute.allmende.dev/web")))
                .extracting(Node::name)
                .containsExactly("only");
    }

    @Test
    void whoRefersToItselfHasNoLine() {
        assertThat(graph(Set.of(), item(SERVER, "web", to(Optional.of(SERVER), "web")))
                        .edges())
                .isEmpty();
    }
}
