package dev.allmende.central.loadbalancer;

import dev.allmende.openstack.loadbalancer.LoadBalancer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Trees of which a cloud made the load balancer and no part. Octavia Zed does so when its worker reads the tree before its API
 * has written it (seen on the test bed: listeners and pools stay PENDING_CREATE for ever, and every write to them is refused).
 * Such a tree goes, and from then on that tenant's load balancers are made part by part. Remembered in this process only:
 * another one finds out again. Thread-safe.
 */
final class HalfMade {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final Set<String> tenants = ConcurrentHashMap.newKeySet();

    /** @param nanos a clock that never goes back */
    HalfMade(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether load balancers of a tenant are to be made part by part. */
    boolean isMetBy(String tenant) {
        return tenants.contains(tenant);
    }

    /** Whether nothing will come any more of a load balancer that is through with its making: it has never served anybody. */
    boolean isSeenIn(LoadBalancer balancer, Parts parts, String tenant) {
        if (!parts.areAllNew()) {
            since.remove(balancer.id());
            return false;
        }
        long now = nanos.getAsLong();
        if (now - since.computeIfAbsent(balancer.id(), first -> now) < PATIENCE.toNanos()) {
            return false;
        }
        since.remove(balancer.id());
        tenants.add(tenant);
        return true;
    }
}
