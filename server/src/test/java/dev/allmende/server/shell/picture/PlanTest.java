package dev.allmende.server.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {

    PlanTest() {}

    private static String name(Node node) {
        return node.key();
    }

    private static List<String> heads(List<Plan.Tower> towers) {
        return towers.stream().map(tower -> tower.head().key()).toList();
    }

    private static Plan.Section section(Plan plan, String name) {
        return plan.sections().stream()
                .filter(section -> section.network().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Plan.Tower tower(List<Plan.Tower> towers, String key) {
        return towers.stream()
                .filter(tower -> tower.head().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void networksStandInTheOrderOfTheirRoutersFromTheOneThatLeadsOut() {
        assertThat(Plan.of(Tenant.shop()).sections())
                .extracting(section -> section.network().name())
                .startsWith("internet")
                .containsExactlyInAnyOrder("internet", "front", "back");
        var chain = Tenant.graph(
                "Network/alone",
                "Router/r1 externalNetworkRef Network/z-out",
                "Router/r1 networkRef Network/m",
                "Router/r2 networkRef Network/m",
                "Router/r2 otherNetworkRef Network/a");
        assertThat(Plan.of(chain).sections())
                .extracting(section -> section.network().name())
                .containsExactly("z-out", "m", "a", "alone");
    }

    @Test
    void aRouterStandsBetweenTheNetworksThatItJoins() {
        var sections = Plan.of(Tenant.shop()).sections();
        assertThat(sections.get(0).routers()).isEmpty();
        assertThat(sections.get(1).routers()).extracting(PlanTest::name).containsExactly("Router/gateway");
        assertThat(sections.get(2).routers()).isEmpty();
    }

    @Test
    void aRouterOfOneNetworkIsAttachedToIt() {
        var plan = Plan.of(Tenant.graph("Router/r networkRef Network/n"));
        assertThat(plan.sections().getFirst().routers()).isEmpty();
        assertThat(heads(plan.sections().getFirst().towers())).containsExactly("Router/r");
    }

    @Test
    void subnetsAreInTheirNetworksBar() {
        assertThat(section(Plan.of(Tenant.shop()), "front").subnets())
                .extracting(Node::name)
                .containsExactly("front-v4", "front-v6");
    }

    @Test
    void whatLeadsToANetworkStandsBelowTheNearestOne() {
        var plan = Plan.of(Tenant.shop());
        assertThat(heads(section(plan, "front").towers()))
                .containsExactly("LoadBalancer/entry", "Server/web-1", "Server/web-2");
        assertThat(heads(section(plan, "back").towers())).containsExactly("Port/db", "Server/database");
        assertThat(heads(section(plan, "internet").towers())).containsExactly("FloatingIP/public");
    }

    @Test
    void whatOnlyOneHasToDoWithHangsAtIt() {
        var hung = tower(section(Plan.of(Tenant.shop()), "back").towers(), "Server/database")
                .hung();
        assertThat(hung)
                .extracting(one -> one.depth() + " " + one.node().key())
                .containsExactly("1 Volume/data", "2 VolumeSnapshot/monday", "1 Volume/log");
    }

    @Test
    void whatIsSharedOrAloneStandsByItself() {
        var loose = Plan.of(Tenant.shop()).loose();
        assertThat(heads(loose)).containsExactly("KeyPair/anna", "Realm/team", "Volume/spare");
        assertThat(tower(loose, "Realm/team").hung())
                .extracting(one -> one.node().key())
                .containsExactly("User/anna", "User/berta");
    }

    @Test
    void ofTwoThatHaveOnlyEachOtherTheOneThatRefersHangs() {
        var plan = Plan.of(Tenant.graph("A/one xRef B/two"));
        assertThat(heads(plan.loose())).containsExactly("B/two");
        assertThat(plan.loose().getFirst().hung())
                .extracting(one -> one.node().key())
                .containsExactly("A/one");
    }

    @Test
    void circlesHaveAPlaceToo() {
        var plan = Plan.of(Tenant.graph("G/a remoteRef G/b", "G/b remoteRef G/c", "G/c remoteRef G/a", "Subnet/lost"));
        assertThat(heads(plan.loose())).containsExactly("G/a", "G/b", "G/c", "Subnet/lost");
    }

    @Test
    void aCrowdIsCounted() {
        var users = new String[100];
        for (int i = 0; i < users.length; i++) {
            users[i] = "User/u%02d realmRef Realm/team".formatted(i);
        }
        var tower = Plan.of(Tenant.graph(users)).loose().getFirst();
        assertThat(tower.hung()).hasSize(8);
        assertThat(tower.more()).isEqualTo(92);
    }
}
