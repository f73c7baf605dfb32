package dev.allmende.central.floatingip;

import dev.allmende.api.Status;
import dev.allmende.api.compute.Server;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.network.Attach;
import dev.allmende.api.network.FloatingIP;
import dev.allmende.api.network.FloatingIPSeen;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of floating IPs. */
public final class FloatingIPWiring {

    private FloatingIPWiring() {}

    public static Controller<FloatingIP, Status<FloatingIPSeen>> controller(Keeping keeping) {
        return keeping.controller(
                FloatingIP.class,
                new FloatingIPRecipe(keeping.references()),
                List.of(
                        Dependency.on(
                                Network.class,
                                address -> Stream.ofNullable(address.getSpec().networkRef())),
                        Dependency.on(
                                Subnet.class,
                                address -> Stream.ofNullable(address.getSpec().subnetRef())),
                        Dependency.on(Port.class, address -> attached(address).map(Attach::portRef)),
                        Dependency.on(Server.class, address -> attached(address).map(Attach::serverRef)),
                        Dependency.on(
                                LoadBalancer.class, address -> attached(address).map(Attach::loadBalancerRef))));
    }

    private static Stream<Attach> attached(FloatingIP address) {
        return Stream.ofNullable(address.getSpec().attach());
    }
}
