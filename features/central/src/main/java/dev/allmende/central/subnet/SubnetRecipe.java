package dev.allmende.central.subnet;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.network.SubnetSeen;
import dev.allmende.api.network.SubnetSpec;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
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
        var isMade = subnet.getStatus() != null && subnet.getStatus().id() != null;
        // once it is in its network it stays there, also when that is on its way out
        return isMade || spec.networkRef() == null
                ? Sought.of(wish(spec))
                : references.id(Network.class, subnet, spec.networkRef()).map(wish(spec)::network);
    }

    private static Wish wish(SubnetSpec spec) {
        var wish = spec.cidr() == null ? new Wish() : new Wish().cidr(spec.cidr());
        if (spec.gateway() != null) {
            wish = spec.gateway().equals("none") ? wish.noGateway() : wish.gateway(spec.gateway());
        }
        wish = spec.dhcp() == null ? wish : wish.dhcp(spec.dhcp());
        return spec.dns() == null ? wish : wish.dns(spec.dns());
    }

    @Override
    public SubnetSeen seen(dev.allmende.openstack.network.Subnet thing) {
        var gateway = thing.gateway().isEmpty() ? null : thing.gateway();
        return new SubnetSeen(thing.networkId(), thing.cidr(), gateway);
    }
}
