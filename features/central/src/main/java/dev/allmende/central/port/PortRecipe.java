package dev.allmende.central.port;

import dev.allmende.api.network.FixedIP;
import dev.allmende.api.network.FixedIPSeen;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.PortSeen;
import dev.allmende.api.network.PortSpec;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Said;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.FixedIp;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port.Wish;
import dev.allmende.openstack.resource.Resources;
import java.util.List;
import java.util.Objects;

/** What is particular to ports. */
record PortRecipe(References references) implements Recipe<Port, PortSeen, Wish, dev.allmende.openstack.network.Port> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.network.Port>> in(Cloud cloud, Port port) {
        return Sought.of(new Networking(cloud).ports());
    }

    @Override
    public Sought<Wish> sought(Port port) {
        var wish = guarded(port, guarded(port.getSpec()));
        return References.isMade(port) ? wish : wish.then(known -> placed(port, known));
    }

    /** What can change, security groups apart. */
    private static Wish guarded(PortSpec spec) {
        var wish = spec.vnicType() == null ? new Wish() : new Wish().vnicType(spec.vnicType());
        wish = spec.dnsName() == null ? wish : wish.dnsName(spec.dnsName());
        var pairs = spec.addressPairs();
        if (spec.portSecurity() == null || spec.portSecurity()) {
            wish = spec.portSecurity() == null ? wish : wish.portSecurity(true);
            return pairs == null && spec.imported() != null
                    ? wish
                    : wish.addressPairs(Objects.requireNonNullElse(pairs, List.of()));
        }
        // the cloud refuses to let go of the guard while one of them is left
        return wish.portSecurity(false).securityGroups(List.of()).addressPairs(List.of());
    }

    private Sought<Wish> guarded(Port port, Wish wish) {
        var groups = port.getSpec().securityGroupRefs();
        return groups == null
                ? Sought.of(wish)
                : Sought.all(groups.stream().map(each -> references.use(SecurityGroup.class, port, each)))
                        .map(wish::securityGroups);
    }

    /** What cannot change, and addresses: those change by a call of their own, since the cloud adds some by itself. */
    private Sought<Wish> placed(Port port, Wish guarded) {
        var spec = port.getSpec();
        var wish = spec.mac() == null ? guarded : guarded.mac(spec.mac());
        var network = spec.networkRef();
        if (network == null) {
            return Sought.of(wish);
        }
        var inside = references.use(Network.class, port, network).map(wish::network);
        var wanted = spec.fixedIPs();
        return wanted == null
                ? inside
                : inside.then(known -> addresses(port, wanted).map(known::fixedIps));
    }

    @Override
    public Sought<List<Change>> further(Port port, Cloud cloud, dev.allmende.openstack.network.Port thing) {
        var wanted = port.getSpec().fixedIPs();
        return wanted == null
                ? Sought.of(List.of())
                : addresses(port, wanted)
                        .map(known -> new PortAddresses(known, thing.fixedIps(), thing.mac())
                                .change(() ->
                                        new Networking(cloud).ports().update(thing.id(), new Wish().fixedIps(known))));
    }

    private Sought<List<FixedIp>> addresses(Port port, List<FixedIP> wanted) {
        return Sought.all(wanted.stream().map(each -> {
            var ip = Objects.requireNonNullElse(each.ip(), "");
            var subnet = each.subnetRef();
            return subnet == null
                    ? Sought.of(new FixedIp("", ip))
                    : references.use(Subnet.class, port, subnet).map(id -> new FixedIp(id, ip));
        }));
    }

    @Override
    public PortSeen seen(dev.allmende.openstack.network.Port thing) {
        return new PortSeen(
                thing.status(),
                thing.networkId(),
                thing.mac(),
                thing.fixedIps().stream()
                        .map(each -> new FixedIPSeen(each.subnetId(), each.address()))
                        .toList(),
                thing.securityGroupIds(),
                Said.orNull(thing.deviceId()),
                Said.orNull(thing.deviceOwner()));
    }
}
