package dev.allmende.central.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.api.Import;
import dev.allmende.openstack.network.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchTest {

    private final List<Network> things = List.of(network("1", "web", "prod"), network("2", "web", "test"));

    private static Network network(String id, String name, String tag) {
        var json = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
        json.put("router:external", tag.equals("prod")).putArray("tags").add(tag);
        return new Network(json);
    }

    private static Import filter(String name, List<String> tags, Map<String, String> fields) {
        return new Import(null, new Import.Filter(name, tags, fields));
    }

    @Test
    void allThatIsSaidMustBeSo() {
        assertThat(Match.of(filter("web", List.of("prod"), Map.of()), things, "network"))
                .isEqualTo(new Match.One<>(things.getFirst()));
        assertThat(Match.of(filter("web", List.of(), Map.of("router:external", "false")), things, "network"))
                .isEqualTo(new Match.One<>(things.getLast()));
    }

    @Test
    void severalAreNamedAndNoneIsTaken() {
        assertThat(Match.of(filter("web", List.of(), Map.of()), things, "network"))
                .isEqualTo(new Match.Several<>(
                        "import.filter fits 2 of kind network: say more, or import.id; they are 1, 2"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(Match.of(filter("db", List.of(), Map.of()), things, "network"))
                .isEqualTo(new Match.None<>("the project has no network that is as import.filter says"));
        assertThat(Match.of(new Import("7", null), things, "network"))
                .isEqualTo(new Match.None<>("the project has no network 7"));
    }
}
