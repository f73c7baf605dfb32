package dev.allmende.central.tenant;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.cloud.Logins;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of tenants. */
public final class TenantWiring {

    private static final Duration RESYNC = Duration.ofMinutes(5);

    private TenantWiring() {}

    public static Controller<Tenant, TenantStatus> controller(Mirror mirror, Projects projects) {
        return new Controller<>(
                Tenant.class,
                Definition.of(Tenant.class),
                new TenantActuator(projects),
                TenantStatus.UNSEEN,
                TenantStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(
                        Logins.dependency(
                                mirror, tenant -> tenant.getSpec().credential().name()),
                        new Dependency<>(Cloud.class, TenantWiring::cloud, false)));
    }

    private static Stream<Dependency.Place> cloud(Tenant tenant) {
        return Stream.of(new Dependency.Place("", tenant.getSpec().cloudRef().name()));
    }
}
