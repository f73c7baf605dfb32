package dev.allmende.central.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.network.FixedIPSeen;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.network.FixedIp;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How ports behave, whichever API their objects are in. */
abstract class PortBehaviour extends Grounded {

    @Test
    void aPortMadeFirstWaitsForWhatItNamesAndGetsItAll() {
        ground.create(port("early", "early", spec -> {
            spec.put("fixedIPs", List.of(Map.of("subnetRef", Ground.reference("early"), "ip", "10.21.0.50")));
            spec.put("securityGroupRefs", List.of(Ground.reference("early")));
            spec.put("addressPairs", List.of("10.21.0.99"));
            spec.put("mac", "fa:16:3e:00:21:50");
        }));
        var waiting =
                ground.await(Port.class, "early", seen -> Ground.reason(seen).equals("WaitingFor"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("SecurityGroup early is not there");

        ground.create(ground.object("network", "SecurityGroup", "early", spec -> {}));
        ground.create(ground.subnet("early", "early", "10.21.0.0/24"));
        ground.create(ground.network("early"));

        var port = ground.await(Port.class, "early", Ground::isReady);
        var subnet = ground.await(Subnet.class, "early", Ground::isReady);
        var group = ground.await(SecurityGroup.class, "early", Ground::isReady);
        var shown = Ground.observed(port);
        assertThat(shown.fixedIPs()).containsExactly(new FixedIPSeen(Ground.id(subnet), "10.21.0.50"));
        assertThat(shown.securityGroupIDs()).containsExactly(Ground.id(group));
        assertThat(shown.mac()).isEqualTo("fa:16:3e:00:21:50");
        assertThat(thing(port).json().path("allowed_address_pairs").findValuesAsText("ip_address"))
                .containsExactly("10.21.0.99");
        assertThat(ground.await(
                                SecurityGroup.class,
                                "early",
                                seen -> !seen.getStatus().usedBy().isEmpty())
                        .getStatus()
                        .usedBy())
                .containsExactly("Port early");
    }

    @Test
    void addressesGroupsAndGuardCanChange() {
        ground.segment("changed", "10.22.0.0/24");
        ground.create(port("changed", "changed", spec -> {
            spec.put("fixedIPs", List.of(Map.of("subnetRef", Ground.reference("changed"))));
            spec.put("addressPairs", List.of("10.22.0.99"));
        }));
        var port = ground.await(Port.class, "changed", Ground::isReady);
        var first = Ground.observed(port).fixedIPs().getFirst().ip();

        ground.patch(Port.class, "changed", """
                {"spec": {"fixedIPs": [{"subnetRef": {"name": "changed"}}, {"ip": "10.22.0.77"}]}}""");
        ground.settled(Port.class, "changed", 2);
        assertThat(thing(port).fixedIps()).extracting(FixedIp::address).containsExactlyInAnyOrder(first, "10.22.0.77");

        ground.patch(
                Port.class,
                "changed",
                "{\"spec\": {\"fixedIPs\": null, \"addressPairs\": null, \"portSecurity\": false}}");
        ground.settled(Port.class, "changed", 3);
        assertThat(thing(port).securityGroupIds()).isEmpty();
        assertThat(thing(port).json().path("port_security_enabled").asBoolean()).isFalse();
    }

    @Test
    void anAddressThatTheCloudAddsByItselfIsNoDrift() {
        ground.segment("both", "10.23.0.0/24");
        ground.await(Subnet.class, "both", Ground::isReady);
        var network = Ground.id(ground.await(Network.class, "both", Ground::isReady));
        var automatic = ground.networking()
                .subnets()
                .create(new dev.allmende.openstack.network.Subnet.Wish()
                        .network(network)
                        .cidr("fd00:23::/64")
                        .addressMode("slaac")
                        .advertisements("slaac"));
        ground.create(port(
                "both",
                "both",
                spec -> spec.put(
                        "fixedIPs", List.of(Map.of("subnetRef", Ground.reference("both"), "ip", "10.23.0.50")))));

        var port = ground.await(Port.class, "both", Ground::isReady);
        assertThat(Ground.observed(port).fixedIPs()).hasSize(2);
        ground.change(Port.class, "both", "drift", "Correct");
        ground.settled(Port.class, "both", 2);
        assertThat(thing(port).fixedIps()).hasSize(2);

        ground.delete(Port.class, "both");
        ground.awaitGone(Port.class, "both");
        ground.networking().subnets().delete(automatic.id());
    }

    @Test
    void aPortHoldsItsGroupUntilItIsGone() {
        ground.segment("holding", "10.24.0.0/24");
        ground.create(ground.object("network", "SecurityGroup", "held", spec -> {}));
        ground.create(
                port("holding", "holding", spec -> spec.put("securityGroupRefs", List.of(Ground.reference("held")))));
        var port = ground.await(Port.class, "holding", Ground::isReady);

        ground.delete(SecurityGroup.class, "held");
        var held = ground.await(
                SecurityGroup.class, "held", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(held).message()).isEqualTo("still used by Port holding");
        ground.delete(Port.class, "holding");

        ground.awaitGone(SecurityGroup.class, "held");
        assertThat(ground.networking().ports().find(Ground.id(port))).isEmpty();
    }

    @Test
    void whatCannotBeOrChangeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(ground.object("network", "Port", "nowhere", spec -> {})))
                .hasMessageContaining("networkRef is needed for a port that is to be made");
        assertThatThrownBy(() -> ground.create(port("unguarded", "any", spec -> {
                    spec.put("portSecurity", false);
                    spec.put("addressPairs", List.of("10.0.0.1"));
                })))
                .hasMessageContaining("portSecurity false goes without securityGroupRefs and addressPairs");
        ground.create(port("fixed", "nowhere", spec -> {}));
        assertThatThrownBy(() -> ground.change(Port.class, "fixed", "mac", "fa:16:3e:00:00:01"))
                .hasMessageContaining("mac cannot be changed");
        assertThatThrownBy(() ->
                        ground.patch(Port.class, "fixed", "{\"spec\": {\"networkRef\": {\"name\": \"elsewhere\"}}}"))
                .hasMessageContaining("spec.networkRef");
    }

    private GenericKubernetesResource port(String name, String network, Consumer<Map<String, Object>> more) {
        return ground.object("network", "Port", name, spec -> {
            spec.put("networkRef", Ground.reference(network));
            more.accept(spec);
        });
    }

    private dev.allmende.openstack.network.Port thing(Port port) {
        return ground.networking().ports().find(Ground.id(port)).orElseThrow();
    }
}
