package dev.allmende.central.servergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.compute.ServerGroup;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.ServerGroup.Wish;
import dev.allmende.openstack.resource.Filter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How server groups behave, whichever API their objects are in. */
abstract class ServerGroupBehaviour extends Grounded {

    private Computing computing() {
        return new Computing(ground.cloud());
    }

    private void create(String name, Map<String, Object> spec) {
        ground.create(ground.object("compute", "ServerGroup", name, fields -> fields.putAll(spec)));
    }

    @Test
    void aGroupIsMadeWithItsPolicyAndGoesWithItsObject() {
        create("apart", Map.of("policy", "anti-affinity", "maxServersPerHost", 2));

        var group = ground.await(ServerGroup.class, "apart", Ground::isReady);
        assertThat(Ground.observed(group).policy()).isEqualTo("anti-affinity");
        var made = computing().serverGroups().find(Ground.id(group)).orElseThrow();
        assertThat(made.name()).isEqualTo("apart");
        assertThat(made.json().path("rules").path("max_server_per_host").asInt())
                .isEqualTo(2);

        ground.delete(ServerGroup.class, "apart");
        ground.awaitGone(ServerGroup.class, "apart");
        assertThat(computing().serverGroups().find(made.id())).isEmpty();
    }

    @Test
    void aLostStatusLeadsToNoSecondGroup() {
        create("lost", Map.of("policy", "soft-affinity"));
        var before = ground.await(ServerGroup.class, "lost", Ground::isReady);

        ground.forgetStatus(ServerGroup.class, "lost");

        var after = ground.await(ServerGroup.class, "lost", Ground::isReady);
        assertThat(Ground.id(after)).isEqualTo(Ground.id(before));
        assertThat(computing().serverGroups().list(Filter.ALL))
                .filteredOn(group -> group.name().equals("lost"))
                .hasSize(1);
    }

    @Test
    void twoObjectsOfOneNameHaveAGroupEach() {
        create("one", Map.of("policy", "soft-affinity", "name", "same"));
        var one = ground.await(ServerGroup.class, "one", Ground::isReady);

        create("other", Map.of("policy", "soft-affinity", "name", "same"));

        var other = ground.await(ServerGroup.class, "other", Ground::isReady);
        assertThat(Ground.id(other)).isNotEqualTo(Ground.id(one));
    }

    @Test
    void aGroupIsTakenOverWithTheNameItHas() {
        var byHand =
                computing().serverGroups().create(new Wish().name("by hand").policy("affinity"));
        create("taken", Map.of("import", Map.of("id", byHand.id()), "deletionPolicy", "Delete"));

        ground.await(ServerGroup.class, "taken", Ground::isReady);
        ground.delete(ServerGroup.class, "taken");

        ground.awaitGone(ServerGroup.class, "taken");
        assertThat(computing().serverGroups().find(byHand.id())).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> create("vague", Map.of())).hasMessageContaining("policy is needed");
        assertThatThrownBy(() -> create("odd", Map.of("policy", "affinity", "maxServersPerHost", 2)))
                .hasMessageContaining("maxServersPerHost goes with policy anti-affinity only");
        create("fixed", Map.of("policy", "affinity"));
        assertThatThrownBy(() -> ground.change(ServerGroup.class, "fixed", "policy", "soft-affinity"))
                .hasMessageContaining("spec.policy")
                .hasMessageContaining("make it anew");
    }
}
