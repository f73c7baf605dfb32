package dev.allmende.status.probe;

import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.transport.Clients;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logins that probes share, so that a round asks with a token at hand. Nothing is tried twice: a probe is there to see the
 * first try fail.
 */
final class CloudLogins implements AutoCloseable {

    private final ClientOptions options;
    private final Map<CloudConfig, Cloud> open = new HashMap<>();
    private @Nullable Clients clients;

    CloudLogins(ClientOptions options) {
        var retry = options.retry();
        this.options = options.withRetry(
                        new ClientOptions.Retry(1, retry.base(), Duration.ofMillis(1), retry.random(), retry.pause()))
                .withBodyLimit(4 << 20);
    }

    /** One for all that ask the same cloud in the same way. */
    synchronized Cloud shared(CloudConfig config) {
        return open.computeIfAbsent(config, this::fresh);
    }

    /** One for all, with a token at hand: that is the phase {@code login}. Without it nothing is known of other services. */
    Cloud loggedIn(CloudConfig config, Watch watch) throws Trouble {
        var cloud = shared(config);
        try {
            cloud.token();
            watch.passed("login");
            return cloud;
        } catch (OpenStackException failed) {
            forget(config);
            throw new Trouble(Failing.OURS, "no login: " + failed.getMessage());
        }
    }

    /** For one use: close it. */
    synchronized Cloud fresh(CloudConfig config) {
        if (clients == null) {
            clients = new Clients(options);
        }
        return Clouds.open(config, clients);
    }

    /** A refused login is never tried again by itself: the next round begins anew. */
    synchronized void forget(CloudConfig config) {
        var cloud = open.remove(config);
        if (cloud != null) {
            cloud.close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Cloud::close);
        open.clear();
    }
}
