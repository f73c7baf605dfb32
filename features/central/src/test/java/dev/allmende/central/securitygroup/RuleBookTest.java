package dev.allmende.central.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.api.network.Direction;
import dev.allmende.api.network.EtherType;
import dev.allmende.central.keep.Change;
import dev.allmende.openstack.network.SecurityGroupRule;
import dev.allmende.openstack.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final Traffic ALL_IN = Traffic.all(Direction.INGRESS, EtherType.IPV4);

    private final List<String> done = new ArrayList<>();

    private List<Change> changes(RuleBook book, boolean isWhole) {
        return book.changes(
                isWhole, each -> done.add("make " + each.getKey()), rule -> done.add("remove " + rule.id()));
    }

    private static SecurityGroupRule rule(String id, String direction) {
        return new SecurityGroupRule(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("direction", direction)
                .put("ethertype", "IPv4"));
    }

    @Test
    void addsBeforeItRemoves() {
        var book = new RuleBook(Map.of(ALL_IN, ""), List.of(rule("old", "egress")));

        changes(book, true).forEach(change -> change.act().run());

        assertThat(done).containsExactly("make ingress IPv4", "remove old");
    }

    @Test
    void removesNothingBeforeAllThatIsWantedIsKnown() {
        var book = new RuleBook(Map.of(ALL_IN, ""), List.of(rule("old", "egress")));

        changes(book, false).forEach(change -> change.act().run());

        assertThat(done).containsExactly("make ingress IPv4");
    }

    @Test
    void leavesAloneWhatIsThereTwice() {
        var book = new RuleBook(Map.of(ALL_IN, ""), List.of(rule("one", "ingress"), rule("two", "ingress")));

        assertThat(changes(book, true)).isEmpty();
        assertThat(book.have()).extracting(Resource::id).containsExactly("one", "two");
    }
}
