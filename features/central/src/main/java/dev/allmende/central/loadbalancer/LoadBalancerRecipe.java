package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.LoadBalancerSeen;
import dev.allmende.api.loadbalancer.LoadBalancerSpec;
import dev.allmende.api.loadbalancer.Vip;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.LoadBalancer.Wish;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resources;
import java.util.List;

/**
 * What is particular to load balancers. While something of one is being changed Octavia refuses every other write to it: so
 * each look sends one call at most, and what is refused for that reason nevertheless is sent again later.
 */
record LoadBalancerRecipe(References references, HalfMade halfMade)
        implements Recipe<LoadBalancer, LoadBalancerSeen, Wish, dev.allmende.openstack.loadbalancer.LoadBalancer> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.loadbalancer.LoadBalancer>> in(
            Cloud cloud, LoadBalancer balancer) {
        return Sought.of(new Balancing(cloud).loadBalancers());
    }

    /** A new one with all its parts; later those are kept by {@link #further}. */
    @Override
    public Sought<Wish> sought(LoadBalancer balancer) {
        var status = balancer.getStatus();
        return status != null && status.id() != null
                ? Sought.of(new Wish())
                : Plan.of(balancer, references)
                        .then(plan -> placed(balancer)
                                .map(wish -> halfMade.isMetBy(tenant(balancer)) ? wish : Wishes.tree(wish, plan)));
    }

    private Sought<Wish> placed(LoadBalancer balancer) {
        var spec = balancer.getSpec();
        var wish = new Wish();
        wish = spec.provider() == null ? wish : wish.provider(spec.provider());
        wish = spec.flavor() == null ? wish : wish.flavor(spec.flavor());
        wish = spec.availabilityZone() == null ? wish : wish.zone(spec.availabilityZone());
        return spec.vip() == null ? Sought.of(wish) : vip(balancer, spec.vip(), wish);
    }

    private Sought<Wish> vip(LoadBalancer balancer, Vip vip, Wish wish) {
        var addressed = vip.address() == null ? wish : wish.vipAddress(vip.address());
        if (vip.portRef() != null) {
            return references.id(Port.class, balancer, vip.portRef()).map(addressed::vipPort);
        }
        if (vip.subnetRef() != null) {
            return references.id(Subnet.class, balancer, vip.subnetRef()).map(addressed::vipSubnet);
        }
        return vip.networkRef() == null
                ? Sought.of(addressed)
                : references.id(Network.class, balancer, vip.networkRef()).map(addressed::vipNetwork);
    }

    @Override
    public Sought<List<Change>> further(
            LoadBalancer balancer, Cloud cloud, dev.allmende.openstack.loadbalancer.LoadBalancer thing) {
        if (isLeftAlone(balancer.getSpec())) {
            return Sought.of(List.of());
        }
        var octavia = new Balancing(cloud);
        return Plan.of(balancer, references).then(plan -> {
            var parts = Parts.of(octavia, thing);
            if (balancer.getSpec().imported() == null && halfMade.isSeenIn(thing, parts, tenant(balancer))) {
                return Sought.of(List.of(
                        Change.of("listeners", "to be made", "never made", () -> octavia.deleteAll(thing.id()))));
            }
            return parts.unsettled()
                    .<Sought<List<Change>>>map(Sought.Waits::new)
                    .orElseGet(() -> Sought.of(Changes.between(plan, parts, octavia, thing)));
        });
    }

    private static String tenant(LoadBalancer balancer) {
        return balancer.getMetadata().getNamespace();
    }

    private static boolean isLeftAlone(LoadBalancerSpec spec) {
        return spec.imported() != null && spec.listeners() == null && spec.pools() == null;
    }

    @Override
    public LoadBalancerSeen seen(dev.allmende.openstack.loadbalancer.LoadBalancer thing) {
        return Sight.of(thing, Json.object());
    }

    @Override
    public LoadBalancerSeen seen(Cloud cloud, dev.allmende.openstack.loadbalancer.LoadBalancer thing) {
        return Sight.of(thing, new Balancing(cloud).statuses(thing.id()));
    }

    /** Octavia's ImmutableObject and LBPendingStateError (octavia/common/exceptions.py, Zed); other conflicts last. */
    @Override
    public boolean isBusy(OpenStackException refused) {
        return refused.trouble() == Trouble.CONFLICT
                && (refused.said().contains("immutable") || refused.said().contains("Invalid state"));
    }

    @Override
    public Filter deletion(LoadBalancer balancer) {
        return Filter.by("cascade", "true");
    }
}
