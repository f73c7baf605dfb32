package dev.allmende.central.loadbalancer;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Status;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.LoadBalancerSeen;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of load balancers. */
public final class LoadBalancerWiring {

    private LoadBalancerWiring() {}

    public static Controller<LoadBalancer, Status<LoadBalancerSeen>> controller(Keeping keeping) {
        return keeping.controller(
                LoadBalancer.class,
                new LoadBalancerRecipe(keeping.references(), new HalfMade(System::nanoTime)),
                List.of(
                        Dependency.on(Subnet.class, LoadBalancerWiring::subnets),
                        Dependency.on(Network.class, LoadBalancerWiring::networks)));
    }

    private static Stream<ObjectReference> subnets(LoadBalancer balancer) {
        var vip = Optional.ofNullable(balancer.getSpec().vip()).stream()
                .flatMap(each -> Stream.ofNullable(each.subnetRef()));
        var members = Plan.members(balancer.getSpec()).flatMap(each -> Stream.ofNullable(each.subnetRef()));
        return Stream.concat(vip, members);
    }

    private static Stream<ObjectReference> networks(LoadBalancer balancer) {
        return Optional.ofNullable(balancer.getSpec().vip()).stream()
                .flatMap(each -> Stream.ofNullable(each.networkRef()));
    }
}
