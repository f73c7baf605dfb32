package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.ListenerSpec;
import dev.allmende.central.keep.Change;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.resource.Difference;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies between the parts that there are and those there shall be, one call each, in an order in which nobody waits for
 * an answer longer than he must: new pools first, then listeners that use them, and old pools when nothing uses them any more.
 */
final class Changes {

    private final Plan plan;
    private final Balancing octavia;
    private final LoadBalancer balancer;
    private final Parts parts;
    private final List<Change> found = new ArrayList<>();

    private Changes(Plan plan, Parts parts, Balancing octavia, LoadBalancer balancer) {
        this.plan = plan;
        this.octavia = octavia;
        this.balancer = balancer;
        this.parts = parts;
    }

    static List<Change> between(Plan plan, Parts parts, Balancing octavia, LoadBalancer balancer) {
        var changes = new Changes(plan, parts, octavia, balancer);
        plan.pools().ifPresent(changes::wanted);
        plan.listeners().ifPresent(changes::listeners);
        plan.pools().ifPresent(changes::unwanted);
        return List.copyOf(changes.found);
    }

    private void wanted(List<Plan.Group> pools) {
        for (var pool : pools) {
            parts.pools().stream()
                    .filter(group -> isSame(pool, group))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> found.addAll(new PoolChanges(octavia, pool, group).all()),
                            () -> found.add(missing(
                                    "pools/" + pool.name(),
                                    () -> octavia.pools().create(Wishes.newPool(pool, balancer.id())))));
        }
    }

    private void unwanted(List<Plan.Group> pools) {
        parts.pools().stream()
                .filter(group -> pools.stream().noneMatch(pool -> isSame(pool, group)))
                .map(Parts.Group::pool)
                .forEach(pool -> found.add(
                        surplus("pools/" + pool.name(), () -> octavia.pools().delete(pool.id()))));
    }

    private static boolean isSame(Plan.Group wanted, Parts.Group there) {
        return there.pool().name().equals(wanted.name())
                && there.pool().protocol().equals(wanted.protocol());
    }

    /** Those that are too many first: they may have the ports of new ones. */
    private void listeners(List<ListenerSpec> listeners) {
        parts.listeners().stream()
                .map(Parts.Ear::listener)
                .filter(there -> listeners.stream().noneMatch(wanted -> isSame(wanted, there)))
                .forEach(there -> found.add(surplus(
                        "listeners/" + there.name(), () -> octavia.listeners().delete(there.id()))));
        for (var wanted : listeners) {
            parts.listeners().stream()
                    .filter(ear -> isSame(wanted, ear.listener()))
                    .findFirst()
                    .ifPresentOrElse(
                            ear -> listener(wanted, ear),
                            () -> found.add(missing(
                                    "listeners/" + wanted.name(),
                                    () -> octavia.listeners()
                                            .create(pooled(
                                                    Wishes.newListener(wanted).loadBalancer(balancer.id()),
                                                    wanted,
                                                    false)))));
        }
    }

    private static boolean isSame(ListenerSpec wanted, Listener there) {
        return there.name().equals(wanted.name())
                && there.protocol().equals(wanted.protocol().name())
                && there.port() == wanted.port();
    }

    private void listener(ListenerSpec wanted, Parts.Ear ear) {
        var path = "listeners/" + wanted.name();
        found.addAll(
                differing(octavia.listeners(), path, pooled(Wishes.listener(wanted), wanted, true), ear.listener()));
        found.addAll(new PolicyChanges(octavia, this::poolId, path, wanted.policies(), ear).all());
    }

    /** A pool that is not there yet is one of the changes before. */
    private Listener.Wish pooled(Listener.Wish wish, ListenerSpec wanted, boolean isThere) {
        var pool = wanted.pool();
        if (pool == null) {
            return isThere ? wish.noPool() : wish;
        }
        return poolId(pool).map(wish::pool).orElse(wish);
    }

    /** The pool of this name; when there are two the one that is to stay. */
    private Optional<String> poolId(String name) {
        var named = parts.pools().stream()
                .filter(group -> group.pool().name().equals(name))
                .toList();
        return named.stream()
                .filter(group -> plan.pools().stream().flatMap(List::stream).anyMatch(pool -> isSame(pool, group)))
                .findFirst()
                .or(() -> plan.pools().isEmpty() ? named.stream().findFirst() : Optional.empty())
                .map(group -> group.pool().id());
    }

    static Change missing(String path, Runnable create) {
        return Change.of(path, "to be there", "missing", create);
    }

    static Change surplus(String path, Runnable delete) {
        return Change.of(path, "nothing", "there", delete);
    }

    /** One change for all fields of a part that differ; none when none do. */
    static <W extends Wanted<W>, T extends Resource> List<Change> differing(
            Resources<W, T> resources, String path, W wanted, T there) {
        var differences = Difference.between(wanted, there);
        if (differences.isEmpty()) {
            return List.of();
        }
        var want = Json.object();
        var have = Json.object();
        for (var each : differences) {
            want.set(each.field(), each.want());
            have.set(each.field(), each.have());
        }
        var change = wanted.with(
                wanted.fields().only(differences.stream().map(Difference::field).toList()));
        return List.of(Change.of(path, want.toString(), have.toString(), () -> resources.update(there.id(), change)));
    }
}
