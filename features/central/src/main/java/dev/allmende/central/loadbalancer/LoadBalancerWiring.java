package dev.allmende.central.loadbalancer;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Status;
import dev.allmende.api.compute.Server;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.LoadBalancerSeen;
import dev.allmende.api.loadbalancer.MemberSpec;
import dev.allmende.api.loadbalancer.Vip;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
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
                        Dependency.on(Network.class, balancer -> vip(balancer).map(Vip::networkRef)),
                        Dependency.on(Port.class, balancer -> vip(balancer).map(Vip::portRef)),
                        Dependency.on(
                                Server.class,
                                balancer -> Plan.members(balancer.getSpec()).map(MemberSpec::serverRef))));
    }

    private static Stream<ObjectReference> subnets(LoadBalancer balancer) {
        return Stream.concat(
                vip(balancer).map(Vip::subnetRef),
                Plan.members(balancer.getSpec()).map(MemberSpec::subnetRef));
    }

    private static Stream<Vip> vip(LoadBalancer balancer) {
        return Stream.ofNullable(balancer.getSpec().vip());
    }
}
