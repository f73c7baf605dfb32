package dev.allmende.central.network;

import dev.allmende.api.Drift;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.NetworkStatus;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Recipe;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Network.Wish;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Resources;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** What is particular to networks. */
record NetworkRecipe(KubernetesClient kubernetes)
        implements Recipe<Network, NetworkStatus, Wish, dev.allmende.openstack.network.Network> {

    @Override
    public Resources<Wish, dev.allmende.openstack.network.Network> in(Cloud cloud) {
        return new Networking(cloud).networks();
    }

    @Override
    public Sought<Wish> sought(Network network) {
        var spec = network.getSpec();
        var wish = new Wish();
        wish = spec.mtu() == null ? wish : wish.mtu(spec.mtu());
        wish = spec.portSecurity() == null ? wish : wish.portSecurity(spec.portSecurity());
        wish = spec.dnsDomain() == null ? wish : wish.dnsDomain(spec.dnsDomain());
        return new Wants<>(wish);
    }

    @Override
    public NetworkStatus unseen() {
        return NetworkStatus.UNSEEN;
    }

    @Override
    public NetworkStatus shown(dev.allmende.openstack.network.Network thing, List<Drift> drift) {
        return new NetworkStatus(
                0, List.of(), drift, thing.id(), thing.status(), thing.mtu(), thing.external(), thing.shared());
    }

    @Override
    public List<String> holders(Network network) {
        var metadata = network.getMetadata();
        return kubernetes.resources(Subnet.class).inNamespace(metadata.getNamespace()).list().getItems().stream()
                .filter(subnet -> isIn(subnet, metadata.getName()))
                .map(subnet -> "Subnet " + subnet.getMetadata().getName())
                .toList();
    }

    private static boolean isIn(Subnet subnet, String network) {
        var reference = subnet.getSpec().networkRef();
        return reference != null && reference.name().equals(network);
    }
}
