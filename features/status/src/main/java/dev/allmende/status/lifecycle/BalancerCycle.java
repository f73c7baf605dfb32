package dev.allmende.status.lifecycle;

import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.loadbalancer.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A load balancer in a network of its own, with a pool and a listener.
 *
 * @param provider empty for the cloud's own choice
 */
public record BalancerCycle(Optional<String> provider) implements Cycle {

    private static final Duration ACTIVE = Duration.ofMinutes(3);
    private static final int PORT = 80;

    @Override
    public void live(Life life, Place place) throws InterruptedException {
        var home = Home.make(life, place);
        var plain = new LoadBalancer.Wish().vipSubnet(home.subnet());
        var balancer = life.make(place.balancer(), provider.map(plain::provider).orElse(plain));
        life.ready("active", ACTIVE, place.balancer(), balancer);
        var balancing = place.balancing();
        // parts go with the load balancer
        var pool = life.step(
                "pool",
                () -> balancing
                        .pools()
                        .create(new Pool.Wish()
                                .name(life.run().name())
                                .loadBalancer(balancer.id())
                                .protocol("TCP")
                                .algorithm("ROUND_ROBIN")));
        life.ready("pool-active", ACTIVE, place.balancer(), balancer);
        life.step(
                "listener",
                () -> balancing
                        .listeners()
                        .create(new Listener.Wish()
                                .name(life.run().name())
                                .loadBalancer(balancer.id())
                                .protocol("TCP")
                                .port(PORT)
                                .pool(pool.id())));
        life.ready("listener-active", ACTIVE, place.balancer(), balancer);
    }

    @Override
    public List<Sort<?>> sorts(Place place) {
        return List.of(place.balancer(), place.subnet(), place.network());
    }
}
