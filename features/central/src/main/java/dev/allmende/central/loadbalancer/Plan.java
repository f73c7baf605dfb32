package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.ListenerSpec;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.LoadBalancerSpec;
import dev.allmende.api.loadbalancer.MemberSpec;
import dev.allmende.api.loadbalancer.PoolSpec;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Pool;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a load balancer shall have, with all that they refer to found.
 *
 * @param listeners empty when they are to be left as they are
 * @param pools empty when they are to be left as they are
 */
record Plan(Optional<List<ListenerSpec>> listeners, Optional<List<Group>> pools) {

    /**
     * A pool.
     *
     * @param wish all of it that can be changed, beside members and monitor
     */
    record Group(PoolSpec spec, Pool.Wish wish, List<Member.Wish> members) {

        String name() {
            return spec.name();
        }

        String protocol() {
            return spec.protocol().name();
        }
    }

    static Sought<Plan> of(LoadBalancer balancer, References references) {
        var spec = balancer.getSpec();
        var listeners = said(spec, spec.listeners());
        var pools = said(spec, spec.pools());
        if (pools.isEmpty()) {
            return Sought.of(new Plan(listeners, Optional.empty()));
        }
        return Sought.all(pools.get().stream().map(pool -> group(balancer, pool, references)))
                .map(groups -> new Plan(listeners, Optional.of(groups)));
    }

    /** What is not said of an imported one is as it was. */
    private static <V> Optional<List<V>> said(LoadBalancerSpec spec, @Nullable List<V> parts) {
        return parts == null && spec.imported() != null
                ? Optional.empty()
                : Optional.of(Objects.requireNonNullElse(parts, List.of()));
    }

    private static Sought<Group> group(LoadBalancer balancer, PoolSpec pool, References references) {
        var isOvn = "ovn".equals(balancer.getSpec().provider());
        var reach = new Reach(balancer, references);
        return Sought.all(pool.members().stream().map(reach::member))
                .map(members -> new Group(
                        pool,
                        Wishes.pool(pool, isOvn),
                        members.stream().distinct().toList()));
    }

    static Stream<MemberSpec> members(LoadBalancerSpec spec) {
        return Optional.ofNullable(spec.pools()).stream()
                .flatMap(List::stream)
                .flatMap(pool -> pool.members().stream());
    }
}
