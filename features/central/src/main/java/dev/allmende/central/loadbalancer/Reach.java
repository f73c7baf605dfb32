package dev.allmende.central.loadbalancer;

import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerSeen;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.MemberSpec;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.resource.Addresses;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a load balancer's members are, by what other objects show: no call. */
record Reach(LoadBalancer balancer, References references) {

    Sought<Member.Wish> member(MemberSpec member) {
        var subnet = member.subnetRef();
        return subnet == null
                ? address(member, Optional.empty()).map(address -> Wishes.member(member, address))
                : references
                        .ready(Subnet.class, balancer, subnet)
                        .then(found -> address(member, Optional.of(found))
                                .then(address -> references
                                        .id(Subnet.class, balancer, subnet)
                                        .map(Wishes.member(member, address)::subnet)));
    }

    private Sought<String> address(MemberSpec member, Optional<Subnet> subnet) {
        var server = member.serverRef();
        if (server == null) {
            return member.address() == null
                    ? new Sought.Waits<>("a member says neither address nor serverRef")
                    : Sought.of(member.address());
        }
        // one that is not well just now keeps its share: whether it gets any is the monitor's to say
        var found = References.isMade(balancer)
                ? references.existing(Server.class, balancer, server)
                : references.ready(Server.class, balancer, server);
        return found.then(object -> address(object, subnet));
    }

    private static Sought<String> address(Server server, Optional<Subnet> subnet) {
        var range = subnet.flatMap(each -> Optional.ofNullable(each.getStatus().observed()));
        return Optional.ofNullable(server.getStatus().observed()).stream()
                .flatMap(Reach::fixed)
                .filter(address -> range.isEmpty()
                        || Addresses.isWithin(address, range.get().cidr()))
                .findFirst()
                .<Sought<String>>map(Sought::of)
                .orElseGet(() -> new Sought.Waits<>("an address of Server %s%s"
                        .formatted(
                                server.getMetadata().getName(),
                                subnet.map(each -> " in Subnet "
                                                + each.getMetadata().getName())
                                        .orElse(""))));
    }

    private static Stream<String> fixed(ServerSeen server) {
        return server.addresses().stream()
                .filter(address -> !address.type().equals("floating"))
                .map(ServerSeen.Address::ip);
    }
}
