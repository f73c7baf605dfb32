package dev.allmende.central.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Drift;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.network.FixedIp;
import dev.allmende.openstack.network.Route;
import dev.allmende.openstack.resource.Resource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How routers behave, whichever API their objects are in. */
abstract class RouterBehaviour extends Grounded {

    @Test
    void aRouterMadeFirstJoinsItsSubnetWithTheWorldOutside() {
        ground.create(router("early", spec -> {
            spec.put("externalNetwork", Map.of("networkRef", Ground.reference("early-out")));
            spec.put("interfaces", List.of(subnet("early")));
        }));
        var waiting =
                ground.await(Router.class, "early", seen -> Ground.reason(seen).equals("WaitingFor"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("Network early-out is not there");

        ground.create(ground.outside("early-out"));
        ground.await(Router.class, "early", seen -> Ground.ready(seen).message().equals("Subnet early is not there"));
        ground.segment("early", "10.11.0.0/24");

        var router = ground.await(Router.class, "early", Ground::isReady);
        var outside = ground.await(Network.class, "early-out", Ground::isReady);
        assertThat(Ground.observed(router).externalNetworkID()).isEqualTo(Ground.id(outside));
        assertThat(Ground.observed(router).externalIPs()).hasSize(1);
        assertThat(subnetsOf(router)).containsExactly(subnetId("early"));
        var subnet = ground.await(
                Subnet.class, "early", seen -> !seen.getStatus().usedBy().isEmpty());
        assertThat(subnet.getStatus().usedBy()).containsExactly("Router early");
    }

    @Test
    void interfacesAndRoutesComeAndGoWithTheSpec() {
        ground.segment("one", "10.12.0.0/24");
        ground.segment("two", "10.13.0.0/24");
        ground.create(router("moved", spec -> {
            spec.put("interfaces", List.of(subnet("one")));
            spec.put("routes", List.of(Map.of("cidr", "10.99.0.0/16", "nextHop", "10.12.0.9")));
        }));
        var router = ground.await(Router.class, "moved", Ground::isReady);
        assertThat(thing(router).routes()).containsExactly(new Route("10.99.0.0/16", "10.12.0.9"));

        ground.patch(Router.class, "moved", """
                {"spec": {"interfaces": [{"subnetRef": {"name": "two"}}],
                  "routes": [{"cidr": "10.99.0.0/16", "nextHop": "10.13.0.9"}]}}""");
        ground.settled(Router.class, "moved", 2);
        assertThat(subnetsOf(router)).containsExactly(subnetId("two"));
        assertThat(thing(router).routes()).containsExactly(new Route("10.99.0.0/16", "10.13.0.9"));

        ground.patch(Router.class, "moved", "{\"spec\": {\"interfaces\": null, \"routes\": null}}");
        ground.settled(Router.class, "moved", 3);
        assertThat(subnetsOf(router)).isEmpty();
        assertThat(thing(router).routes()).isEmpty();
    }

    @Test
    void aGatewayThatIsTakenOutOfTheSpecIsTakenOff() {
        ground.create(ground.outside("way-out"));
        ground.create(router(
                "closed", spec -> spec.put("externalNetwork", Map.of("networkRef", Ground.reference("way-out")))));
        var router = ground.await(Router.class, "closed", Ground::isReady);
        assertThat(thing(router).gatewayNetworkId()).isNotEmpty();

        ground.patch(Router.class, "closed", "{\"spec\": {\"externalNetwork\": null}}");
        ground.settled(Router.class, "closed", 2);

        assertThat(thing(router).gatewayNetworkId()).isEmpty();
    }

    @Test
    void anInterfaceThatIsTakenOffInTheCloudIsShownAndPutBackWhenThatIsWanted() {
        ground.segment("lost", "10.14.0.0/24");
        ground.create(router("adrift", spec -> spec.put("interfaces", List.of(subnet("lost")))));
        var router = ground.await(Router.class, "adrift", Ground::isReady);
        ground.networking().removeInterface(Ground.id(router), subnetId("lost"));

        ground.wake();

        var drifted = ground.await(
                Router.class, "adrift", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift())
                .containsExactly(new Drift("interfaces", "subnet " + subnetId("lost"), "none"));
        ground.change(Router.class, "adrift", "drift", "Correct");
        ground.settled(Router.class, "adrift", 2);
        assertThat(subnetsOf(router)).containsExactly(subnetId("lost"));
    }

    @Test
    void aPortOfOnesOwnBecomesAnInterfaceAndAllOfItGoes() {
        ground.segment("plugged", "10.15.0.0/24");
        ground.create(ground.object("network", "Port", "plug", spec -> {
            spec.put("networkRef", Ground.reference("plugged"));
            spec.put("fixedIPs", List.of(Map.of("subnetRef", Ground.reference("plugged"), "ip", "10.15.0.200")));
        }));
        ground.create(router(
                "by-port", spec -> spec.put("interfaces", List.of(Map.of("portRef", Ground.reference("plug"))))));
        var router = ground.await(Router.class, "by-port", Ground::isReady);
        var port = ground.await(Port.class, "plug", Ground::isReady);
        assertThat(ground.networking().interfaces(Ground.id(router)))
                .extracting(Resource::id)
                .containsExactly(Ground.id(port));

        ground.delete(Network.class, "plugged");
        ground.delete(Port.class, "plug");
        ground.delete(Subnet.class, "plugged");
        var held = ground.await(Port.class, "plug", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(held).message()).isEqualTo("still used by Router by-port");
        ground.delete(Router.class, "by-port");

        ground.awaitGone(Network.class, "plugged");
        assertThat(ground.networking().routers().find(Ground.id(router))).isEmpty();
        assertThat(ground.networking().ports().find(Ground.id(port))).isEmpty();
    }

    @Test
    void anInterfaceSaysEitherSubnetOrPort() {
        var router = router("muddled", spec -> spec.put("interfaces", List.of(Map.of())));

        assertThatThrownBy(() -> ground.create(router))
                .hasMessageContaining("spec.interfaces[0]")
                .hasMessageContaining("say either subnetRef or portRef");
    }

    private GenericKubernetesResource router(String name, Consumer<Map<String, Object>> more) {
        return ground.object("network", "Router", name, more);
    }

    private static Map<String, Object> subnet(String name) {
        return Map.of("subnetRef", Ground.reference(name));
    }

    private String subnetId(String name) {
        return Ground.id(ground.await(Subnet.class, name, Ground::isReady));
    }

    private dev.allmende.openstack.network.Router thing(Router router) {
        return ground.networking().routers().find(Ground.id(router)).orElseThrow();
    }

    private List<String> subnetsOf(Router router) {
        return ground.networking().interfaces(Ground.id(router)).stream()
                .flatMap(port -> port.fixedIps().stream())
                .map(FixedIp::subnetId)
                .toList();
    }
}
