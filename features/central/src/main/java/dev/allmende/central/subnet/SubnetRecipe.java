package dev.allmende.central.subnet;

import dev.allmende.api.Condition;
import dev.allmende.api.Drift;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.network.SubnetSpec;
import dev.allmende.api.network.SubnetStatus;
import dev.allmende.central.keep.Recipe;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Subnet.Wish;
import dev.allmende.openstack.resource.Resources;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is particular to subnets. */
record SubnetRecipe(KubernetesClient kubernetes)
        implements Recipe<Subnet, SubnetStatus, Wish, dev.allmende.openstack.network.Subnet> {

    @Override
    public Resources<Wish, dev.allmende.openstack.network.Subnet> in(Cloud cloud) {
        return new Networking(cloud).subnets();
    }

    @Override
    public Sought<Wish> sought(Subnet subnet) {
        var spec = subnet.getSpec();
        if (spec.networkRef() == null || spec.cidr() == null) {
            return new Waits<>("spec.networkRef and spec.cidr");
        }
        if (subnet.getStatus() != null && subnet.getStatus().id() != null) {
            // it is in its network, and stays there when that is on its way out
            return new Wants<>(wish(spec, spec.cidr()));
        }
        var name = spec.networkRef().name();
        var network = kubernetes
                .resources(Network.class)
                .inNamespace(subnet.getMetadata().getNamespace())
                .withName(name)
                .get();
        var id = usable(network);
        return id == null
                ? new Waits<>("Network %s %s".formatted(name, network == null ? "is not there" : "is not ready"))
                : new Wants<>(wish(spec, spec.cidr()).network(id));
    }

    /** Identifier of a network that subnets may be made in. */
    private static @Nullable String usable(@Nullable Network network) {
        if (network == null
                || network.getStatus() == null
                || network.getMetadata().getDeletionTimestamp() != null) {
            return null;
        }
        var status = network.getStatus();
        return Condition.find(status.conditions(), Condition.READY)
                        .filter(Condition::isTrue)
                        .isPresent()
                ? status.id()
                : null;
    }

    private static Wish wish(SubnetSpec spec, String cidr) {
        var wish = new Wish().cidr(cidr);
        if (spec.gateway() != null) {
            wish = spec.gateway().equals("none") ? wish.noGateway() : wish.gateway(spec.gateway());
        }
        wish = spec.dhcp() == null ? wish : wish.dhcp(spec.dhcp());
        return spec.dns() == null ? wish : wish.dns(spec.dns());
    }

    @Override
    public SubnetStatus unseen() {
        return SubnetStatus.UNSEEN;
    }

    @Override
    public SubnetStatus shown(dev.allmende.openstack.network.Subnet thing, List<Drift> drift) {
        var gateway = thing.gateway().isEmpty() ? null : thing.gateway();
        return new SubnetStatus(0, List.of(), drift, thing.id(), thing.networkId(), thing.cidr(), gateway);
    }

    @Override
    public List<String> holders(Subnet subnet) {
        return List.of();
    }
}
