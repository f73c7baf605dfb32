package dev.allmende.central.loadbalancer;

import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Monitor;
import dev.allmende.openstack.loadbalancer.Policy;
import dev.allmende.openstack.loadbalancer.Pool;
import dev.allmende.openstack.loadbalancer.Provisioned;
import dev.allmende.openstack.loadbalancer.Rule;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts that a load balancer has. */
record Parts(List<Ear> listeners, List<Group> pools) {

    /**
     * A listener.
     *
     * @param turns its policies, the first that counts first
     */
    record Ear(Listener listener, List<Turn> turns) {}

    /** A policy. */
    record Turn(Policy policy, List<Rule> rules) {}

    /** A pool. */
    record Group(Pool pool, List<Member> members, Optional<Monitor> monitor) {}

    /** One call for all listeners, one for all pools, and one or two for each pool, each listener with policies and each of those. */
    static Parts of(Balancing octavia, LoadBalancer balancer) {
        var own = Filter.by("loadbalancer_id", balancer.id());
        var listeners = octavia.listeners().list(own).stream()
                .filter(listener -> listener.loadBalancerIds().contains(balancer.id()))
                .map(listener -> ear(octavia, listener));
        var pools = octavia.pools().list(own).stream()
                .filter(pool -> pool.loadBalancerIds().contains(balancer.id()))
                .map(pool -> group(octavia, pool));
        return new Parts(listeners.toList(), pools.toList());
    }

    private static Ear ear(Balancing octavia, Listener listener) {
        if (listener.policyIds().isEmpty()) {
            return new Ear(listener, List.of());
        }
        var turns = octavia.policies().list(Filter.by("listener_id", listener.id())).stream()
                .filter(policy -> policy.listenerId().equals(listener.id()))
                .sorted(Comparator.comparingInt(Policy::position))
                .map(policy -> new Turn(policy, octavia.rules(policy.id()).list(Filter.ALL)));
        return new Ear(listener, turns.toList());
    }

    private static Group group(Balancing octavia, Pool pool) {
        var members = octavia.members(pool.id()).list(Filter.ALL);
        var monitor = pool.monitorId().isEmpty()
                ? Optional.<Monitor>empty()
                : octavia.monitors().find(pool.monitorId());
        return new Group(pool, members, monitor);
    }

    /** Whether it listens somewhere, and nothing of it was ever finished. */
    boolean areAllNew() {
        return !listeners.isEmpty() && all().allMatch(part -> part.status().equals("PENDING_CREATE"));
    }

    /** The first part that is being changed or broken, and its status. */
    Optional<String> unsettled() {
        return all().filter(part -> !(part.state() instanceof State.Ready))
                .map(part -> "%s %s is %s".formatted(word(part), name(part), part.status()))
                .findFirst();
    }

    private Stream<Provisioned> all() {
        return Stream.concat(
                listeners.stream().flatMap(Parts::all), pools.stream().flatMap(Parts::all));
    }

    private static Stream<Provisioned> all(Ear ear) {
        return Stream.concat(
                Stream.of(ear.listener()),
                ear.turns().stream().flatMap(turn -> Stream.concat(Stream.of(turn.policy()), turn.rules().stream())));
    }

    private static Stream<Provisioned> all(Group group) {
        return Stream.of(Stream.of(group.pool()), group.members().stream(), group.monitor().stream())
                .flatMap(part -> part);
    }

    private static String word(Provisioned part) {
        return switch (part) {
            case Listener listener -> "listener";
            case Pool pool -> "pool";
            case Member member -> "member";
            case Monitor monitor -> "monitor";
            case Policy policy -> "policy";
            case Rule rule -> "rule";
            case LoadBalancer balancer -> "load balancer";
        };
    }

    private static String name(Provisioned part) {
        return part instanceof Member member
                ? "%s:%d".formatted(member.address(), member.port())
                : part.name().isEmpty() ? part.id() : part.name();
    }
}
