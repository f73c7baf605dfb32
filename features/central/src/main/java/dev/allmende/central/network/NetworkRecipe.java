package dev.allmende.central.network;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.NetworkSeen;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Network.Wish;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Resources;
import java.util.List;
import java.util.Set;

/** What is particular to networks. */
record NetworkRecipe() implements Recipe<Network, NetworkSeen, Wish, dev.allmende.openstack.network.Network> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.network.Network>> in(Cloud cloud, Network network) {
        return Sought.of(new Networking(cloud).networks());
    }

    @Override
    public Sought<Wish> sought(Network network) {
        var spec = network.getSpec();
        var wish = new Wish();
        wish = spec.mtu() == null ? wish : wish.mtu(spec.mtu());
        wish = spec.portSecurity() == null ? wish : wish.portSecurity(spec.portSecurity());
        wish = spec.shared() == null ? wish : wish.shared(spec.shared());
        wish = spec.external() == null ? wish : wish.external(spec.external());
        return Sought.of(spec.dnsDomain() == null ? wish : wish.dnsDomain(spec.dnsDomain()));
    }

    /** Tags are set by a call of their own. */
    @Override
    public Sought<List<Change>> further(Network network, Cloud cloud, dev.allmende.openstack.network.Network thing) {
        var wanted = network.getSpec().tags();
        return Sought.of(
                wanted == null || Set.copyOf(wanted).equals(Set.copyOf(thing.tags()))
                        ? List.of()
                        : List.of(Change.of(
                                "tags",
                                wanted.toString(),
                                thing.tags().toString(),
                                () -> new Networking(cloud).networks().tag(thing.id(), wanted))));
    }

    @Override
    public NetworkSeen seen(dev.allmende.openstack.network.Network thing) {
        return new NetworkSeen(thing.status(), thing.mtu(), thing.external(), thing.shared());
    }
}
