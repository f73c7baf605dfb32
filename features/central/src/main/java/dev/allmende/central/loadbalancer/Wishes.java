package dev.allmende.central.loadbalancer;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.loadbalancer.ListenerSpec;
import dev.allmende.api.loadbalancer.MemberSpec;
import dev.allmende.api.loadbalancer.MonitorSpec;
import dev.allmende.api.loadbalancer.PolicySpec;
import dev.allmende.api.loadbalancer.PoolSpec;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Monitor;
import dev.allmende.openstack.loadbalancer.Policy;
import dev.allmende.openstack.loadbalancer.Pool;
import dev.allmende.openstack.loadbalancer.Rule;
import dev.allmende.openstack.resource.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Parts as Octavia is asked for them. Each wish sets all fields that the spec decides about, so that what is no longer said
 * there is taken back. Pure.
 */
final class Wishes {

    private static final int RETRIES = 3;

    private Wishes() {}

    /** A whole load balancer with its parts, for one call. */
    static LoadBalancer.Wish tree(LoadBalancer.Wish balancer, Plan plan) {
        var pools =
                plan.pools().orElse(List.of()).stream().map(Wishes::wholePool).toList();
        var listeners = plan.listeners().orElse(List.of()).stream()
                .map(Wishes::wholeListener)
                .toList();
        return balancer.pools(pools).listeners(listeners);
    }

    private static Pool.Wish wholePool(Plan.Group group) {
        var wish = shown(group.wish()).name(group.name()).protocol(group.protocol());
        wish = group.members().isEmpty() ? wish : wish.members(group.members());
        var monitor = group.spec().monitor();
        return monitor == null ? wish : wish.monitor(newMonitor(monitor, group.name()));
    }

    private static Listener.Wish wholeListener(ListenerSpec spec) {
        var wish = newListener(spec);
        wish = spec.pool() == null ? wish : wish.poolNamed(spec.pool());
        var policies = IntStream.range(0, spec.policies().size())
                .mapToObj(index -> wholePolicy(spec.policies().get(index), index + 1))
                .toList();
        return policies.isEmpty() ? wish : wish.policies(policies);
    }

    private static Policy.Wish wholePolicy(PolicySpec spec, int position) {
        var wish = new Policy.Wish().name(spec.name()).position(position);
        wish = spec.pool() == null ? elsewhere(wish, spec) : wish.toPoolNamed(spec.pool());
        return wish.rules(spec.rules().stream().map(Wishes::rule).toList());
    }

    static Pool.Wish newPool(Plan.Group group, String balancer) {
        return shown(group.wish()).name(group.name()).protocol(group.protocol()).loadBalancer(balancer);
    }

    private static Pool.Wish shown(Pool.Wish wish) {
        return wish.with(said(wish.fields()));
    }

    static Pool.Wish pool(PoolSpec spec, boolean isOvn) {
        var algorithm = requireNonNullElse(
                spec.algorithm(), isOvn ? PoolSpec.Algorithm.SOURCE_IP_PORT : PoolSpec.Algorithm.ROUND_ROBIN);
        var wish = new Pool.Wish().algorithm(algorithm.name());
        var persistence = spec.persistence();
        if (persistence == null) {
            return wish.noPersistence();
        }
        return persistence.cookie() == null
                ? wish.persistence(persistence.type().name())
                : wish.cookie(persistence.cookie());
    }

    static Member.Wish member(MemberSpec spec, String address) {
        return new Member.Wish()
                .address(address, spec.port())
                .weight(requireNonNullElse(spec.weight(), 1))
                .backup(requireNonNullElse(spec.backup(), false));
    }

    static Monitor.Wish newMonitor(MonitorSpec spec, String pool) {
        return monitor(spec).name(pool).type(type(spec));
    }

    static Monitor.Wish monitor(MonitorSpec spec) {
        var wish = new Monitor.Wish()
                .seconds(spec.delaySeconds(), spec.timeoutSeconds())
                .retries(requireNonNullElse(spec.retries(), RETRIES), requireNonNullElse(spec.retriesDown(), RETRIES));
        return switch (spec.type()) {
            case HTTP, HTTPS ->
                wish.http(
                        requireNonNullElse(spec.method(), MonitorSpec.Method.GET)
                                .name(),
                        requireNonNullElse(spec.path(), "/"),
                        requireNonNullElse(spec.codes(), "200"));
            case TCP, PING, SCTP, TLS_HELLO, UDP_CONNECT -> wish;
        };
    }

    static String type(MonitorSpec spec) {
        return spec.type().name().replace('_', '-');
    }

    static Listener.Wish newListener(ListenerSpec spec) {
        var wish = listener(spec);
        return wish.with(said(wish.fields()))
                .name(spec.name())
                .protocol(spec.protocol().name())
                .port(spec.port());
    }

    /** Its pool apart. */
    static Listener.Wish listener(ListenerSpec spec) {
        var wish = new Listener.Wish().connectionLimit(requireNonNullElse(spec.connectionLimit(), -1));
        wish = spec.allowedCIDRs().isEmpty() ? wish.openToAll() : wish.allowedCidrs(spec.allowedCIDRs());
        return spec.tls() == null ? wish : wish.certificate(spec.tls().containerRef());
    }

    /** @param pool that the spec names; empty while there is none of that name */
    static Optional<Policy.Wish> policy(PolicySpec spec, Optional<String> pool) {
        return spec.pool() == null
                ? Optional.of(elsewhere(new Policy.Wish(), spec))
                : pool.map(new Policy.Wish()::toPool);
    }

    private static Policy.Wish elsewhere(Policy.Wish wish, PolicySpec spec) {
        return spec.url() == null ? wish.reject() : wish.toUrl(spec.url());
    }

    static Rule.Wish rule(PolicySpec.Match match) {
        var wish = new Rule.Wish()
                .when(match.type().name(), match.compare().name(), match.value())
                .invert(requireNonNullElse(match.invert(), false));
        return match.key() == null ? wish : wish.key(match.key());
    }

    /** Without what is to be cleared: a new thing has none of it. */
    private static Fields said(Fields fields) {
        return fields.only(fields.names().stream()
                .filter(name ->
                        fields.value(name).filter(value -> !value.isNull()).isPresent())
                .toList());
    }
}
