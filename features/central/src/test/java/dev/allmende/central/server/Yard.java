package dev.allmende.central.server;

import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.Server;
import dev.allmende.api.image.Image;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.openstack.compute.Computing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What servers need, and servers in it. */
record Yard(Ground ground) {

    static final List<Map<String, Object>> IN_NET = List.of(Map.of("networkRef", Map.of("name", "net")));

    Computing computing() {
        return new Computing(ground.cloud());
    }

    void network(String name, String cidr) {
        ground.create(ground.network(name));
        ground.create(ground.subnet(name + "-sub", name, cidr));
    }

    void flavor(String name, String there) {
        ground.create(ground.object(
                "compute", "Flavor", name, spec -> spec.put("import", Map.of("filter", Map.of("name", there)))));
    }

    void image(String name, String there) {
        ground.create(ground.object("image", "Image", name, spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("filter", Map.of("name", there)));
        }));
    }

    /** With flavor {@code small}, image {@code image}, in network {@code net}. */
    void server(String name, Map<String, Object> more) {
        var spec = new HashMap<String, Object>();
        spec.put("flavorRef", Map.of("name", "small"));
        spec.put("boot", Map.of("imageRef", Map.of("name", "image")));
        spec.put("networks", IN_NET);
        spec.putAll(more);
        ground.create(ground.object("compute", "Server", name, fields -> fields.putAll(spec)));
    }

    /** @param spec JSON, merged into the object's spec */
    void change(String name, String spec) {
        ground.patch(Server.class, name, "{\"spec\":%s}".formatted(spec));
    }

    Server ready(String name) {
        return ground.await(Server.class, name, Ground::isReady);
    }

    Server ready(String name, Predicate<Server> also) {
        return ground.await(Server.class, name, seen -> Ground.isReady(seen) && also.test(seen));
    }

    /** Ready, and as the newest spec wants it. */
    Server settled(String name, int generation) {
        return ready(
                name,
                seen -> seen.getStatus().observedGeneration() == generation
                        && seen.getStatus().drift().isEmpty());
    }

    dev.allmende.openstack.compute.Server found(Server server) {
        return computing().servers().find(Ground.id(server)).orElseThrow();
    }

    /** What the controllers have no part in. */
    void awaitCloud(Server server, String status) {
        for (int i = 0; i < 200 && !found(server).status().equals(status); i++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    void deleteAll(String network, String server) {
        ground.delete(Network.class, network);
        ground.delete(Subnet.class, network + "-sub");
        ground.delete(Flavor.class, "small");
        ground.delete(Image.class, "image");
        ground.delete(Server.class, server);
    }
}
