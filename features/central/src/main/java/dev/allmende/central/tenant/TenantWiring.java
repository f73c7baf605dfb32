package dev.allmende.central.tenant;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantSpec;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the controller of tenants. */
public final class TenantWiring {

    private static final Duration RESYNC = Duration.ofMinutes(5);

    private TenantWiring() {}

    public static Controller<Tenant, TenantStatus> controller(Projects projects) {
        return new Controller<>(
                Tenant.class,
                Definition.of(Tenant.class, TenantSpec.class, TenantStatus.class),
                new TenantActuator(projects),
                TenantStatus.UNSEEN,
                TenantStatus::with,
                Optional.of(tenant -> tenant.getSpec().credential().name()),
                RESYNC,
                Optional.empty(),
                List.of(new Dependency<>(Cloud.class, TenantWiring::cloud)));
    }

    private static Optional<Dependency.Place> cloud(Tenant tenant) {
        return Optional.of(new Dependency.Place("", tenant.getSpec().cloudRef().name()));
    }
}
