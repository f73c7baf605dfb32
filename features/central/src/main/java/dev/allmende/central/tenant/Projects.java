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
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.transport.Clients;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Projects of namespaces, logged in. A login is kept until its Secret, authorities, cloud or tenant change: each look
 * compares them, so that a change holds at once.
 */
public final class Projects implements AutoCloseable {

    private static final Duration TIDYING = Duration.ofSeconds(30);

    /** Longer than any look: who has a client in hand may end with it. */
    private static final Duration PARTING = Duration.ofMinutes(10);

    private final Mirror mirror;
    private final Logins logins;
    private final Clients clients;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Parting> partings = new ConcurrentLinkedQueue<>();

    private final Thread tidying =
            Thread.ofVirtual().name("tidying of projects").start(this::tidy);

    private record Kept(CloudConfig config, Open open) {}

    /** A client whose login or trust is not the present one any more. */
    private record Parting(dev.allmende.openstack.Cloud cloud, long since) {
        boolean isOver() {
            return System.nanoTime() - since > PARTING.toNanos();
        }
    }

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
                partings.removeIf(each -> {
                    if (each.isOver()) {
                        each.cloud().close();
                    }
                    return each.isOver();
                });
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

    /** The tenant's project, with the tenant's login. */
    public Project of(Tenant tenant) {
        return open(tenant, tenant.getMetadata().getName(), cloud -> logins.find(cloud, secretOf(tenant)));
    }

    /** The tenant's project, with another login, such as one that may make keys for the object store. */
    public Project store(Tenant tenant, String secret) {
        var key = "store/%s/%s".formatted(tenant.getMetadata().getName(), secret);
        return open(tenant, key, cloud -> logins.find(cloud, secret));
    }

    /** With the login of the tenant's Cloud, which may do more than the tenant's. */
    public Project provider(Tenant tenant) {
        var cloud = tenant.getSpec().cloudRef().name();
        return open(tenant, "cloud/" + cloud, logins::find);
    }

    /** Has the tenant log in anew: a login that was refused once is not tried again by itself. */
    public void logInAnew(Tenant tenant) {
        var old = kept.remove(tenant.getMetadata().getName());
        if (old != null) {
            partings.add(new Parting(old.open().cloud(), System.nanoTime()));
        }
    }

    /** A login of its own, for one use: to be closed. */
    public dev.allmende.openstack.Cloud open(Tenant tenant, Credential credential, Scope scope) {
        var name = tenant.getSpec().cloudRef().name();
        var cloud = mirror.find(Cloud.class, "", name)
                .orElseThrow(() -> new ConfigException("Cloud %s is not there".formatted(name)));
        return Clouds.open(
                Logins.config(
                        cloud, "the login of tenant " + tenant.getMetadata().getName(), credential, scope),
                clients);
    }

    /** Name of the Secret beside the controllers that has a tenant's login to the object store. */
    public static String storeSecretOf(Tenant tenant) {
        var said = tenant.getSpec().store().credential();
        return said == null ? secretOf(tenant) : said.name();
    }

    /** Name of the Secret beside the controllers that has a tenant's login. */
    public static String secretOf(Tenant tenant) {
        var said = tenant.getSpec().credential().name();
        return said == null ? "tenant-" + tenant.getMetadata().getName() : said;
    }

    private Project open(Tenant tenant, String key, Function<Cloud, Logins.Login> login) {
        var name = tenant.getSpec().cloudRef().name();
        var cloud = mirror.find(Cloud.class, "", name);
        if (cloud.isEmpty()) {
            return new Shut(Reason.WAITING_FOR, false, "Cloud %s is not there".formatted(name));
        }
        return switch (login.apply(cloud.get())) {
            case Logins.Missing missing -> new Shut(Reason.WAITING_FOR, false, missing.what());
            case Logins.Unusable unusable -> new Shut(Reason.INVALID_SPEC, true, unusable.why());
            case Logins.Usable usable -> open(key, usable.config());
        };
    }

    private Project open(String key, CloudConfig config) {
        try {
            return Objects.requireNonNull(kept.compute(key, (same, old) -> renewed(old, config)))
                    .open();
        } catch (ConfigException broken) {
            return new Shut(Reason.INVALID_SPEC, true, Objects.requireNonNullElse(broken.getMessage(), ""));
        }
    }

    private Kept renewed(@Nullable Kept old, CloudConfig config) {
        if (old != null && old.config().equals(config)) {
            return old;
        }
        var now = new Kept(config, new Open(Clouds.open(config, clients), new Boards()));
        if (old != null) {
            partings.add(new Parting(old.open().cloud(), System.nanoTime()));
        }
        return now;
    }

    @Override
    public void close() {
        tidying.interrupt();
        kept.values().forEach(each -> each.open().cloud().close());
        partings.forEach(each -> each.cloud().close());
    }
}
