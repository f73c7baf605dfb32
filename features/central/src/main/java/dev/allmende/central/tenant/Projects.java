package dev.allmende.central.tenant;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.cloud.Logins;
import dev.allmende.central.keep.Boards;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.ConfigException;
import dev.allmende.openstack.transport.Clients;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Projects of namespaces, logged in. A login is kept until its Secret, authorities, cloud or tenant change: each look
 * compares them, so that a change holds at once.
 */
public final class Projects implements AutoCloseable {

    private static final Duration TIDYING = Duration.ofSeconds(30);

    private final Mirror mirror;
    private final Logins logins;
    private final Clients clients;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    private final Thread tidying =
            Thread.ofVirtual().name("tidying of projects").start(this::tidy);

    private record Kept(CloudConfig config, Open open) {}

    public Projects(Mirror mirror, ClientOptions options) {
        this.mirror = mirror;
        this.logins = new Logins(mirror);
        this.clients = new Clients(options);
    }

    private void tidy() {
        try {
            while (true) {
                Thread.sleep(TIDYING);
                kept.values().forEach(each -> each.open().boards().tidy());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of asking for a project. */
    public sealed interface Project {}

    /** The cloud is shared: not to be closed. */
    public record Open(dev.allmende.openstack.Cloud cloud, Boards boards) implements Project {}

    /** @param lasting whether somebody must change something first */
    public record Shut(Reason reason, boolean lasting, String why) implements Project {

        public <S> Outcome<S> outcome(S before) {
            return lasting ? new Outcome.Stuck<>(before, reason, why) : new Outcome.Retry<>(before, reason, why);
        }
    }

    /** The project of the tenant whose namespace this is. */
    public Project of(String namespace) {
        return mirror.find(Tenant.class, "", namespace)
                .map(this::of)
                .orElseGet(() -> new Shut(
                        Reason.WAITING_FOR, false, "namespace %s belongs to no Tenant yet".formatted(namespace)));
    }

    Project of(Tenant tenant) {
        var name = tenant.getSpec().cloudRef().name();
        var cloud = mirror.find(Cloud.class, "", name);
        if (cloud.isEmpty()) {
            return new Shut(Reason.WAITING_FOR, false, "Cloud %s is not there".formatted(name));
        }
        return switch (logins.find(cloud.get(), tenant.getSpec().credential().name())) {
            case Logins.Missing missing -> new Shut(Reason.WAITING_FOR, false, missing.what());
            case Logins.Unusable unusable -> new Shut(Reason.INVALID_SPEC, true, unusable.why());
            case Logins.Usable usable -> open(tenant.getMetadata().getName(), usable.config());
        };
    }

    private Project open(String tenant, CloudConfig config) {
        try {
            return Objects.requireNonNull(kept.compute(tenant, (name, old) -> renewed(old, config)))
                    .open();
        } catch (ConfigException broken) {
            return new Shut(Reason.INVALID_SPEC, true, Objects.requireNonNullElse(broken.getMessage(), ""));
        }
    }

    private Kept renewed(@Nullable Kept old, CloudConfig config) {
        if (old != null && old.config().equals(config)) {
            return old;
        }
        if (old != null) {
            old.open().cloud().close();
        }
        return new Kept(config, new Open(Clouds.open(config, clients), new Boards()));
    }

    @Override
    public void close() {
        tidying.interrupt();
        kept.values().forEach(each -> each.open().cloud().close());
    }
}
