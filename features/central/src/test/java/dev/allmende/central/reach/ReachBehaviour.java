package dev.allmende.central.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.network.FloatingIP;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything between a server and the world outside, made in any order and deleted at once. */
abstract class ReachBehaviour extends Grounded {

    private static final long SEED = 20_261_126;

    /** Each goes another order. */
    IntStream rounds() {
        return IntStream.rangeClosed(1, 3);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void comesTogetherInAnyOrderAndGoesAtOnceWithNothingLeft(int round) {
        var random = new Random(SEED + round);
        var objects = new ArrayList<>(objects());
        Collections.shuffle(objects, random);
        objects.forEach(ground::create);

        var address = ground.await(FloatingIP.class, "front", Ground::isReady);
        var port = ground.await(Port.class, "front", Ground::isReady);
        for (var each : List.of("front", "back")) {
            ground.await(SecurityGroup.class, each, Ground::isReady);
            ground.await(Subnet.class, each, Ground::isReady);
        }
        var router = ground.await(Router.class, "edge", Ground::isReady);
        assertThat(Ground.observed(address).portID()).isEqualTo(Ground.id(port));
        assertThat(Ground.observed(address).routerID()).isEqualTo(Ground.id(router));
        var ours = Ours.of(objects.stream()
                .map(each -> ground.kubernetes().resource(each).get())
                .toList());
        // all but the network outside, and two ports that the router got
        assertThat(ours.in(ground.networking())).hasSize(objects.size() + 1);

        Collections.shuffle(objects, random);
        objects.forEach(each -> ground.kubernetes().resource(each).delete());

        objects.forEach(each -> ground.awaitGone(kind(each), each.getMetadata().getName()));
        assertThat(ours.in(ground.networking())).isEmpty();
    }

    private List<GenericKubernetesResource> objects() {
        var inside = List.of(interfaceOf("front"), interfaceOf("back"));
        return List.of(
                ground.outside("public"),
                ground.network("front"),
                ground.network("back"),
                ground.subnet("front", "front", "10.41.0.0/24"),
                ground.subnet("back", "back", "10.42.0.0/24"),
                ground.object("network", "Router", "edge", spec -> {
                    spec.put("externalNetwork", Map.of("networkRef", Ground.reference("public")));
                    spec.put("interfaces", inside);
                    spec.put("routes", List.of(Map.of("cidr", "10.43.0.0/16", "nextHop", "10.42.0.9")));
                }),
                group("front", "back"),
                group("back", "front"),
                port("front"),
                port("back"),
                ground.object("network", "FloatingIP", "front", spec -> {
                    spec.put("networkRef", Ground.reference("public"));
                    spec.put("attach", Map.of("portRef", Ground.reference("front")));
                }));
    }

    private static Map<String, Object> interfaceOf(String subnet) {
        return Map.of("subnetRef", Ground.reference(subnet));
    }

    private GenericKubernetesResource group(String name, String other) {
        return ground.object(
                "network",
                "SecurityGroup",
                name,
                spec -> spec.put(
                        "rules", List.of(Map.of("direction", "Ingress", "remoteGroupRef", Ground.reference(other)))));
    }

    private GenericKubernetesResource port(String name) {
        return ground.object("network", "Port", name, spec -> {
            spec.put("networkRef", Ground.reference(name));
            spec.put("fixedIPs", List.of(interfaceOf(name)));
            spec.put("securityGroupRefs", List.of(Ground.reference(name)));
        });
    }

    private static Class<? extends HasMetadata> kind(GenericKubernetesResource object) {
        return switch (object.getKind()) {
            case "Network" -> Network.class;
            case "Subnet" -> Subnet.class;
            case "Router" -> Router.class;
            case "SecurityGroup" -> SecurityGroup.class;
            case "Port" -> Port.class;
            default -> FloatingIP.class;
        };
    }
}
