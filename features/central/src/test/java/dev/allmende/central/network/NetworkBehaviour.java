package dev.allmende.central.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Condition;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.Drift;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.network.AddressRange;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.network.Network.Wish;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How networks and their subnets behave, whichever API their objects are in. */
abstract class NetworkBehaviour extends Grounded {

    @Test
    void aSubnetMadeBeforeItsNetworkWaitsAndBothBecomeReady() {
        ground.create(ground.subnet("early-sub", "early", "10.1.0.0/24"));
        var waiting = ground.await(
                Subnet.class, "early-sub", seen -> Ground.reason(seen).equals("WaitingFor"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("Network early is not there");

        ground.create(ground.network("early"));

        var network = ground.await(Network.class, "early", Ground::isReady);
        var subnet = ground.await(Subnet.class, "early-sub", Ground::isReady);
        assertThat(Ground.observed(subnet).networkID())
                .isEqualTo(network.getStatus().id());
        assertThat(Ground.observed(subnet).gateway()).isEqualTo("10.1.0.1");
        assertThat(Ground.observed(network).mtu()).isPositive();
        var made = ground.networking().networks().find(Ground.id(network)).orElseThrow();
        assertThat(made.name()).isEqualTo("early");
        assertThat(made.subnetIds()).containsExactly(Ground.id(subnet));
    }

    @Test
    void aLostStatusLeadsToNoSecondNetwork() {
        ground.create(ground.network("lost"));
        var before = ground.await(Network.class, "lost", Ground::isReady);

        ground.forgetStatus(Network.class, "lost");

        var after = ground.await(Network.class, "lost", Ground::isReady);
        assertThat(Ground.id(after)).isEqualTo(Ground.id(before));
        assertThat(ground.networking()
                        .networks()
                        .owned(new Mark(after.getMetadata().getUid())))
                .hasSize(1);
    }

    @Test
    void aChangedSpecReachesTheCloud() {
        ground.create(ground.network("changed"));
        var network = ground.await(Network.class, "changed", Ground::isReady);

        ground.change(Network.class, "changed", "description", "for the web");
        ground.await(
                Network.class,
                "changed",
                seen -> Ground.isReady(seen) && seen.getStatus().observedGeneration() == 2);

        var made = ground.networking().networks().find(Ground.id(network)).orElseThrow();
        assertThat(made.description()).isEqualTo("for the web");
    }

    @Test
    void tagsPoolsAndRoutesReachTheCloudAndChange() {
        ground.create(ground.network("tagged", spec -> spec.put("tags", List.of("web", "blue"))));
        ground.create(ground.object("network", "Subnet", "pooled", spec -> {
            spec.put("networkRef", Ground.reference("tagged"));
            spec.put("cidr", "10.5.0.0/24");
            spec.put("pools", List.of(Map.of("first", "10.5.0.20", "last", "10.5.0.99")));
            spec.put("routes", List.of(Map.of("cidr", "10.99.0.0/16", "nextHop", "10.5.0.9")));
        }));
        var network = ground.await(Network.class, "tagged", Ground::isReady);
        var subnet = ground.await(Subnet.class, "pooled", Ground::isReady);
        assertThat(ground.networking()
                        .networks()
                        .find(Ground.id(network))
                        .orElseThrow()
                        .tags())
                .containsExactlyInAnyOrder("web", "blue");
        assertThat(Ground.observed(subnet).pools()).containsExactly(new AddressRange("10.5.0.20", "10.5.0.99"));

        ground.patch(Network.class, "tagged", "{\"spec\": {\"tags\": [\"green\"]}}");
        ground.patch(Subnet.class, "pooled", "{\"spec\": {\"routes\": []}}");

        ground.settled(Network.class, "tagged", 2);
        ground.settled(Subnet.class, "pooled", 2);
        assertThat(ground.networking()
                        .networks()
                        .find(Ground.id(network))
                        .orElseThrow()
                        .tags())
                .containsExactly("green");
        assertThat(ground.networking()
                        .subnets()
                        .find(Ground.id(subnet))
                        .orElseThrow()
                        .json()
                        .path("host_routes"))
                .isEmpty();
    }

    @Test
    void aSubnetOfIPv6KeepsItsModes() {
        ground.create(ground.network("six"));
        ground.create(ground.object("network", "Subnet", "six", spec -> {
            spec.put("networkRef", Ground.reference("six"));
            spec.put("cidr", "FD00:6::/64");
            spec.put("ipv6AddressMode", "slaac");
            spec.put("ipv6RouterMode", "slaac");
        }));

        var subnet = ground.await(Subnet.class, "six", Ground::isReady);

        var made = ground.networking().subnets().find(Ground.id(subnet)).orElseThrow();
        assertThat(made.text("ipv6_address_mode")).isEqualTo("slaac");
        assertThat(made.text("ipv6_ra_mode")).isEqualTo("slaac");
        assertThatThrownBy(() -> ground.change(Subnet.class, "six", "ipv6RouterMode", "dhcpv6-stateful"))
                .hasMessageContaining("spec.ipv6RouterMode");
    }

    @Test
    void whatCannotChangeIsRefusedWithTheFieldNamed() {
        ground.create(ground.subnet("fixed", "nowhere", "10.2.0.0/24"));

        assertThatThrownBy(() -> ground.change(Subnet.class, "fixed", "cidr", "10.3.0.0/24"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("spec.cidr")
                .hasMessageContaining("make it anew");
    }

    @Test
    void whatIsLookedAtMustBeNamed() {
        var network = ground.network("muddled", spec -> spec.put("managementPolicy", "Observe"));

        assertThatThrownBy(() -> ground.create(network)).hasMessageContaining("Observe needs import");
    }

    @Test
    void driftIsShownAndCorrectedOnlyWhenThatIsWanted() {
        ground.create(ground.network("adrift"));
        var network = ground.await(Network.class, "adrift", Ground::isReady);
        ground.networking().networks().update(Ground.id(network), new Wish().name("renamed"));

        ground.wake();

        var drifted = ground.await(
                Network.class, "adrift", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift()).containsExactly(new Drift("name", "\"adrift\"", "\"renamed\""));
        assertThat(Ground.isReady(drifted)).isTrue();
        assertThat(Condition.find(drifted.getStatus().conditions(), Condition.SYNCED))
                .hasValueSatisfying(synced -> assertThat(synced.reason()).isEqualTo("Drifted"));
        ground.wake();

        ground.change(Network.class, "adrift", "drift", "Correct");
        ground.await(
                Network.class,
                "adrift",
                seen -> seen.getStatus().drift().isEmpty()
                        && seen.getStatus().observedGeneration() == 2
                        && Ground.isReady(seen));
        assertThat(ground.networking()
                        .networks()
                        .find(Ground.id(network))
                        .orElseThrow()
                        .name())
                .isEqualTo("adrift");
        assertThat(network.getSpec().drift()).isEqualTo(DriftPolicy.REPORT);
    }

    @Test
    void whatWasDeletedInTheCloudIsMadeAnew() {
        ground.create(ground.network("vanished"));
        var network = ground.await(Network.class, "vanished", Ground::isReady);
        ground.networking().networks().delete(Ground.id(network));

        ground.wake();

        var again = ground.await(
                Network.class,
                "vanished",
                seen -> Ground.isReady(seen) && !Ground.id(seen).equals(Ground.id(network)));
        assertThat(ground.networking().networks().find(Ground.id(again))).isPresent();
    }

    @Test
    void aNetworkStaysWhileASubnetIsInItAndNothingIsLeftInTheEnd() {
        ground.create(ground.network("held"));
        ground.create(ground.subnet("holder", "held", "10.4.0.0/24"));
        var network = ground.await(Network.class, "held", Ground::isReady);
        var subnet = ground.await(Subnet.class, "holder", Ground::isReady);

        ground.delete(Network.class, "held");
        var held =
                ground.await(Network.class, "held", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(held).message()).isEqualTo("still used by Subnet holder");

        ground.delete(Subnet.class, "holder");

        ground.awaitGone(Subnet.class, "holder");
        ground.awaitGone(Network.class, "held");
        assertThat(ground.networking().subnets().find(Ground.id(subnet))).isEmpty();
        assertThat(ground.networking().networks().find(Ground.id(network))).isEmpty();
    }

    @Test
    void aProtectedNetworkStaysUntilItsPolicyChanges() {
        ground.create(ground.network("precious", spec -> spec.put("deletionPolicy", "Protect")));
        var network = ground.await(Network.class, "precious", Ground::isReady);
        assertThat(network.getSpec().deletionPolicy()).isEqualTo(DeletionPolicy.PROTECT);

        ground.delete(Network.class, "precious");
        var kept = ground.await(
                Network.class, "precious", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(kept).message()).startsWith("protected: set spec.deletionPolicy");
        assertThat(ground.networking().networks().find(Ground.id(network))).isPresent();

        ground.change(Network.class, "precious", "deletionPolicy", "Delete");
        ground.awaitGone(Network.class, "precious");
        assertThat(ground.networking().networks().find(Ground.id(network))).isEmpty();
    }

    @Test
    void aRetainedNetworkStaysInTheCloud() {
        ground.create(ground.network("retained", spec -> spec.put("deletionPolicy", "Retain")));
        var network = ground.await(Network.class, "retained", Ground::isReady);

        ground.delete(Network.class, "retained");

        ground.awaitGone(Network.class, "retained");
        assertThat(ground.networking().networks().find(Ground.id(network))).isPresent();
        ground.networking().networks().delete(Ground.id(network));
    }

    @Test
    void anObservedNetworkIsShownAndOutlivesItsObject() {
        var theirs = ground.networking().networks().create(new Wish().name("by hand"));
        ground.create(ground.observed("looked-at", theirs.id()));

        var network = ground.await(Network.class, "looked-at", Ground::isReady);
        assertThat(Ground.id(network)).isEqualTo(theirs.id());
        assertThat(network.getSpec().managementPolicy()).isEqualTo(ManagementPolicy.OBSERVE);

        ground.delete(Network.class, "looked-at");
        ground.awaitGone(Network.class, "looked-at");
        assertThat(ground.networking().networks().list(Filter.ALL))
                .anySatisfy(left -> assertThat(left.id()).isEqualTo(theirs.id()));
        ground.networking().networks().delete(theirs.id());
    }

    @Test
    void theNetworkOfAnotherProjectIsNotFound() {
        var theirs = ground.neighbour().networks().create(new Wish().name("not yours"));
        ground.create(ground.observed("spy", theirs.id()));

        var network =
                ground.await(Network.class, "spy", seen -> Ground.reason(seen).equals("WaitingFor"));

        assertThat(Ground.ready(network).message()).isEqualTo("the project has no network " + theirs.id());
        assertThat(network.getStatus().id()).isNull();
        ground.neighbour().networks().delete(theirs.id());
    }
}
