package dev.allmende.central.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.Server;
import dev.allmende.api.image.Image;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.openstack.resource.Filter;
import java.util.List;
import java.util.Map;

/**
 * A server's whole life, asked for before anything that it needs.
 *
 * @param flavor name of one that the cloud has
 * @param image name of one that the cloud has
 */
record ServerLife(Yard yard, String flavor, String image) {

    void born() {
        var ground = yard.ground();
        yard.server("web", Map.of("metadata", Map.of("tier", "front"), "tags", List.of("one"), "power", "On"));
        var waiting =
                ground.await(Server.class, "web", seen -> Ground.reason(seen).equals("WaitingFor"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("Flavor small is not there");

        yard.flavor("small", flavor);
        yard.image("image", image);
        yard.network("net", "10.60.0.0/24");

        var server = yard.ready("web");
        var seen = Ground.observed(server);
        assertThat(seen.status()).isEqualTo("ACTIVE");
        assertThat(seen.vmState()).isEqualTo("active");
        assertThat(seen.powerState()).isEqualTo("RUNNING");
        assertThat(seen.flavor()).isEqualTo(flavor);
        assertThat(seen.address()).startsWith("10.60.0.");
        assertThat(seen.addresses()).singleElement().satisfies(address -> {
            assertThat(address.network()).isEqualTo("net");
            assertThat(address.type()).isEqualTo("fixed");
        });
        assertThat(seen.hostID()).isNotEmpty();
        var made = yard.found(server);
        assertThat(made.name()).isEqualTo("web");
        assertThat(made.metadata()).isEqualTo(Map.of("tier", "front"));
        assertThat(made.tags()).contains("one");
    }

    void stoppedAndStartedByField() {
        yard.change("web", "{\"power\":\"Off\"}");
        var stopped = yard.ready("web", seen -> Ground.observed(seen).status().equals("SHUTOFF"));
        assertThat(yard.found(stopped).running()).isFalse();

        yard.change("web", "{\"power\":\"On\"}");
        yard.ready("web", seen -> Ground.observed(seen).status().equals("ACTIVE"));
    }

    void toldOtherwise() {
        yard.change(
                "web",
                "{\"description\":\"for the web\",\"metadata\":{\"tier\":null,\"kind\":\"web\"},\"tags\":[\"two\",\"three\"]}");

        var made = yard.found(yard.settled("web", 4));
        assertThat(made.description()).isEqualTo("for the web");
        assertThat(made.metadata()).isEqualTo(Map.of("kind", "web"));
        assertThat(made.tags()).contains("two", "three").doesNotContain("one").hasSize(3);
    }

    /** All at once: each waits for those that need it. */
    void gone() {
        var ground = yard.ground();
        yard.deleteAll("net", "web");

        ground.awaitGone(Server.class, "web");
        ground.awaitGone(Network.class, "net");
        ground.awaitGone(Subnet.class, "net-sub");
        ground.awaitGone(Flavor.class, "small");
        ground.awaitGone(Image.class, "image");
        assertThat(yard.computing().servers().list(Filter.name("web"))).isEmpty();
        assertThat(ground.networking().networks().list(Filter.name("net"))).isEmpty();
    }
}
