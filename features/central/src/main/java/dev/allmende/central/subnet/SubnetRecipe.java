package dev.allmende.central.subnet;

import dev.allmende.api.network.AddressRange;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.network.SubnetSeen;
import dev.allmende.api.network.SubnetSpec;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Said;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Range;
import dev.allmende.openstack.network.Route;
import dev.allmende.openstack.network.Subnet.Wish;
import dev.allmende.openstack.resource.Resources;

/** What is particular to subnets. */
record SubnetRecipe(References references)
        implements Recipe<Subnet, SubnetSeen, Wish, dev.allmende.openstack.network.Subnet> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.network.Subnet>> in(Cloud cloud, Subnet subnet) {
        return Sought.of(new Networking(cloud).subnets());
    }

    @Override
    public Sought<Wish> sought(Subnet subnet) {
        var spec = subnet.getSpec();
        // once it is in its network it stays there, also when that is on its way out
        return References.isMade(subnet) || spec.networkRef() == null
                ? Sought.of(wish(spec))
                : references.id(Network.class, subnet, spec.networkRef()).map(wish(spec)::network);
    }

    private static Wish wish(SubnetSpec spec) {
        var wish = spec.cidr() == null ? new Wish() : new Wish().cidr(spec.cidr());
        if (spec.gateway() != null) {
            wish = spec.gateway().equals("none") ? wish.noGateway() : wish.gateway(spec.gateway());
        }
        wish = spec.dhcp() == null ? wish : wish.dhcp(spec.dhcp());
        wish = spec.dns() == null ? wish : wish.dns(spec.dns());
        wish = spec.ipv6AddressMode() == null
                ? wish
                : wish.addressMode(spec.ipv6AddressMode().word());
        wish = spec.ipv6RouterMode() == null
                ? wish
                : wish.advertisements(spec.ipv6RouterMode().word());
        return lists(spec, wish);
    }

    private static Wish lists(SubnetSpec spec, Wish first) {
        var wish = spec.pools() == null
                ? first
                : first.pools(spec.pools().stream()
                        .map(each -> new Range(each.first(), each.last()))
                        .toList());
        return spec.routes() == null
                ? wish
                : wish.routes(spec.routes().stream()
                        .map(each -> new Route(each.cidr(), each.nextHop()))
                        .toList());
    }

    @Override
    public SubnetSeen seen(dev.allmende.openstack.network.Subnet thing) {
        return new SubnetSeen(
                thing.networkId(),
                thing.cidr(),
                Said.orNull(thing.gateway()),
                thing.pools().stream()
                        .map(each -> new AddressRange(each.first(), each.last()))
                        .toList());
    }
}
