package dev.allmende.central.tenant;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.cloud.Logins;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.ConfigException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Projects of namespaces, logged in. A login is kept until its Secret, authorities, cloud or tenant change: each look
 * compares them, so that a change holds at once.
 */
public final class Projects implements AutoCloseable {

    private final KubernetesClient kubernetes;
    private final Logins logins;
    private final ClientOptions options;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(CloudConfig config, dev.allmende.openstack.Cloud cloud) {}

    /** @param namespace in which the Secrets with logins are */
    public Projects(KubernetesClient kubernetes, String namespace, ClientOptions options) {
        this.kubernetes = kubernetes;
        this.logins = new Logins(kubernetes, namespace);
        this.options = options;
    }

    /** What came of asking for a project. */
    public sealed interface Project {}

    /** The cloud is shared: not to be closed. */
    public record Open(dev.allmende.openstack.Cloud cloud) implements Project {}

    /** @param lasting whether somebody must change something first */
    public record Shut(Reason reason, boolean lasting, String why) implements Project {

        public <S> Outcome<S> outcome(S before) {
            return lasting ? new Outcome.Stuck<>(before, reason, why) : new Outcome.Retry<>(before, reason, why);
        }
    }

    /** The project of the tenant whose namespace this is. */
    public Project of(String namespace) {
        var tenant = kubernetes.resources(Tenant.class).withName(namespace).get();
        return tenant == null
                ? new Shut(Reason.WAITING_FOR, false, "namespace %s belongs to no Tenant yet".formatted(namespace))
                : of(tenant);
    }

    Project of(Tenant tenant) {
        var name = tenant.getSpec().cloudRef().name();
        var cloud = kubernetes.resources(Cloud.class).withName(name).get();
        if (cloud == null) {
            return new Shut(Reason.WAITING_FOR, false, "Cloud %s is not there".formatted(name));
        }
        return switch (logins.find(cloud, tenant.getSpec().credential().name())) {
            case Logins.Missing missing -> new Shut(Reason.WAITING_FOR, false, missing.what());
            case Logins.Unusable unusable -> new Shut(Reason.INVALID_SPEC, true, unusable.why());
            case Logins.Usable usable -> open(tenant.getMetadata().getName(), usable.config());
        };
    }

    private Project open(String tenant, CloudConfig config) {
        try {
            return new Open(Objects.requireNonNull(kept.compute(tenant, (name, old) -> renewed(old, config)))
                    .cloud());
        } catch (ConfigException broken) {
            return new Shut(Reason.INVALID_SPEC, true, Objects.requireNonNullElse(broken.getMessage(), ""));
        }
    }

    private Kept renewed(@Nullable Kept old, CloudConfig config) {
        if (old != null && old.config().equals(config)) {
            return old;
        }
        if (old != null) {
            old.cloud().close();
        }
        return new Kept(config, Clouds.open(config, options));
    }

    @Override
    public void close() {
        kept.values().forEach(each -> each.cloud().close());
    }
}
