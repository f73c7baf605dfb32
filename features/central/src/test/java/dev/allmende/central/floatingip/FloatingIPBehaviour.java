package dev.allmende.central.floatingip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.network.FloatingIP;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How floating IPs behave, whichever API their objects are in. */
abstract class FloatingIPBehaviour extends Grounded {

    @Test
    void anAddressIsHadFirstAndLeadsToItsPortOnceARouterIsThere() {
        ground.create(ground.outside("public"));
        ground.create(address("early", "early"));
        ground.await(
                FloatingIP.class, "early", seen -> Ground.ready(seen).message().equals("Port early is not there"));
        var had = Ground.observed(ground.await(FloatingIP.class, "early", seen -> true));
        assertThat(had.address()).startsWith("172.31.240.");
        ground.segment("early", "10.31.0.0/24");
        port("early", "early");
        var waiting = ground.await(
                FloatingIP.class, "early", seen -> Ground.ready(seen).message().contains("not reachable from subnet"));
        assertThat(Ground.reason(waiting)).isEqualTo("WaitingFor");

        router("early");

        var address = ground.await(FloatingIP.class, "early", Ground::isReady);
        var port = ground.await(Port.class, "early", Ground::isReady);
        var shown = Ground.observed(address);
        assertThat(shown.address()).isEqualTo(had.address());
        assertThat(shown.portID()).isEqualTo(Ground.id(port));
        assertThat(shown.routerID()).isEqualTo(Ground.id(ground.await(Router.class, "early", Ground::isReady)));
        assertThat(thing(address).description()).isEqualTo("early");
        moves(address);
    }

    private void moves(FloatingIP address) {
        port("second", "early");
        var second = ground.await(Port.class, "second", Ground::isReady);
        ground.patch(FloatingIP.class, "early", "{\"spec\": {\"attach\": {\"portRef\": {\"name\": \"second\"}}}}");
        ground.settled(FloatingIP.class, "early", 2);
        assertThat(thing(address).portId()).isEqualTo(Ground.id(second));

        ground.patch(FloatingIP.class, "early", "{\"spec\": {\"attach\": null}}");
        ground.settled(FloatingIP.class, "early", 3);
        assertThat(thing(address).portId()).isEmpty();

        ground.patch(FloatingIP.class, "early", "{\"spec\": {\"attach\": {\"portRef\": {\"name\": \"early\"}}}}");
        ground.settled(FloatingIP.class, "early", 4);
        goesBeforeItsPort(address);
    }

    private void goesBeforeItsPort(FloatingIP address) {
        ground.delete(Port.class, "early");
        var held = ground.await(Port.class, "early", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(held).message()).isEqualTo("still used by FloatingIP early");
        ground.delete(FloatingIP.class, "early");

        ground.awaitGone(FloatingIP.class, "early");
        ground.awaitGone(Port.class, "early");
        assertThat(ground.networking().floatingIps().find(Ground.id(address))).isEmpty();
    }

    @Test
    void aRetainedAddressStaysAndCanBeTakenOver() {
        ground.create(ground.outside("world"));
        ground.create(ground.object("network", "FloatingIP", "kept", spec -> {
            spec.put("networkRef", Ground.reference("world"));
            spec.put("deletionPolicy", "Retain");
        }));
        var kept = ground.await(FloatingIP.class, "kept", Ground::isReady);
        ground.delete(FloatingIP.class, "kept");
        ground.awaitGone(FloatingIP.class, "kept");

        ground.create(ground.object("network", "FloatingIP", "again", spec -> {
            spec.put(
                    "import",
                    Map.of(
                            "filter",
                            Map.of(
                                    "fields",
                                    Map.of(
                                            "floating_ip_address",
                                            Ground.observed(kept).address()))));
            spec.put("deletionPolicy", "Delete");
        }));

        var again = ground.await(FloatingIP.class, "again", Ground::isReady);
        assertThat(Ground.id(again)).isEqualTo(Ground.id(kept));
        ground.delete(FloatingIP.class, "again");
        ground.awaitGone(FloatingIP.class, "again");
        assertThat(ground.networking().floatingIps().find(Ground.id(kept))).isEmpty();
    }

    @Test
    void whatCannotBeOrChangeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(ground.object("network", "FloatingIP", "nowhere", spec -> {})))
                .hasMessageContaining("networkRef is needed for a floating IP that is to be made");
        ground.create(ground.object(
                "network", "FloatingIP", "fixed", spec -> spec.put("networkRef", Ground.reference("nowhere"))));
        assertThatThrownBy(() -> ground.change(FloatingIP.class, "fixed", "address", "172.31.240.9"))
                .hasMessageContaining("address cannot be changed");
    }

    private GenericKubernetesResource address(String name, String port) {
        return ground.object("network", "FloatingIP", name, spec -> {
            spec.put("networkRef", Ground.reference("public"));
            spec.put("attach", Map.of("portRef", Ground.reference(port)));
        });
    }

    private void port(String name, String subnet) {
        ground.create(ground.object("network", "Port", name, spec -> {
            spec.put("networkRef", Ground.reference(subnet));
            spec.put("fixedIPs", List.of(Map.of("subnetRef", Ground.reference(subnet))));
        }));
    }

    private void router(String subnet) {
        ground.create(ground.object("network", "Router", subnet, spec -> {
            spec.put("externalNetwork", Map.of("networkRef", Ground.reference("public")));
            spec.put("interfaces", List.of(Map.of("subnetRef", Ground.reference(subnet))));
        }));
    }

    private dev.allmende.openstack.network.FloatingIp thing(FloatingIP address) {
        return ground.networking().floatingIps().find(Ground.id(address)).orElseThrow();
    }
}
