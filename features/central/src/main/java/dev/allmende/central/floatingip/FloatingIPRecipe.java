package dev.allmende.central.floatingip;

import dev.allmende.api.compute.Server;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.network.Attach;
import dev.allmende.api.network.FloatingIP;
import dev.allmende.api.network.FloatingIPSeen;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Said;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.FloatingIp;
import dev.allmende.openstack.network.FloatingIp.Wish;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Addresses;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to floating IPs. The address is had first, and led to a port afterwards: that waits for the port, and for
 * a router that joins its subnet with the network outside.
 */
record FloatingIPRecipe(References references) implements Recipe<FloatingIP, FloatingIPSeen, Wish, FloatingIp> {

    @Override
    public Sought<Resources<Wish, FloatingIp>> in(Cloud cloud, FloatingIP address) {
        return Sought.of(new Networking(cloud).floatingIps());
    }

    @Override
    public Sought<Wish> sought(FloatingIP address) {
        var spec = address.getSpec();
        var network = spec.networkRef();
        // what it was made of stays so, and is not asked for again
        if (References.isMade(address) || network == null) {
            return Sought.of(new Wish());
        }
        var wish = spec.address() == null ? new Wish() : new Wish().address(spec.address());
        var outside = references.id(Network.class, address, network).map(wish::network);
        var subnet = spec.subnetRef();
        return subnet == null
                ? outside
                : outside.then(
                        known -> references.id(Subnet.class, address, subnet).map(known::subnet));
    }

    /** It has no name in the cloud; people find it by its description. */
    @Override
    public Wish named(Wish wanted, String name, String description) {
        return wanted.description(description.isEmpty() ? name : description);
    }

    @Override
    public Sought<List<Change>> further(FloatingIP address, Cloud cloud, FloatingIp thing) {
        var spec = address.getSpec();
        var attach = spec.attach();
        if (attach == null) {
            boolean stays = spec.imported() != null || thing.portId().isEmpty();
            return Sought.of(stays ? List.of() : List.of(lead(cloud, thing, "none", new Wish().detached())));
        }
        return target(address, cloud, attach).map(port -> {
            var inside = attach.fixedIP();
            var wish = inside == null
                    ? new Wish().port(port)
                    : new Wish().port(port).fixedIp(inside);
            boolean isSame = thing.portId().equals(port) && (inside == null || Addresses.same(inside, thing.fixedIp()));
            return isSame ? List.of() : List.of(lead(cloud, thing, told(port, inside), wish));
        });
    }

    private Sought<String> target(FloatingIP address, Cloud cloud, Attach attach) {
        if (attach.portRef() != null) {
            return references.id(Port.class, address, attach.portRef());
        }
        if (attach.loadBalancerRef() != null) {
            return references
                    .ready(LoadBalancer.class, address, attach.loadBalancerRef())
                    .then(balancer -> {
                        var seen = balancer.getStatus().observed();
                        return said(seen == null ? null : seen.portID(), "a port of the load balancer");
                    });
        }
        return attach.serverRef() == null
                ? new Sought.Waits<>("attach does not say where to")
                : references.id(Server.class, address, attach.serverRef()).then(server -> port(cloud, server, attach));
    }

    /** A server's ports are not all objects: the cloud makes them too. */
    private static Sought<String> port(Cloud cloud, String server, Attach attach) {
        var ports = new Networking(cloud).ports().list(Filter.by("device_id", server));
        var inside = attach.fixedIP();
        var meant = ports.stream()
                .filter(port -> inside == null
                        || port.fixedIps().stream().anyMatch(fixed -> Addresses.same(inside, fixed.address())))
                .map(Resource::id)
                .sorted()
                .findFirst();
        return said(meant.orElse(null), "a port of the server" + (inside == null ? "" : " with " + inside));
    }

    private static Sought<String> said(@Nullable String id, String what) {
        return id == null ? new Sought.Waits<>(what) : Sought.of(id);
    }

    private static Change lead(Cloud cloud, FloatingIp thing, String want, Wish wish) {
        var have = thing.portId().isEmpty() ? "none" : told(thing.portId(), thing.fixedIp());
        return Change.of(
                "attach", want, have, () -> new Networking(cloud).floatingIps().update(thing.id(), wish));
    }

    private static String told(String port, @Nullable String inside) {
        return "port %s%s".formatted(port, inside == null ? "" : " at " + inside);
    }

    @Override
    public FloatingIPSeen seen(FloatingIp thing) {
        return new FloatingIPSeen(
                thing.status(),
                thing.address(),
                Said.orNull(thing.fixedIp()),
                Said.orNull(thing.portId()),
                Said.orNull(thing.routerId()));
    }
}
