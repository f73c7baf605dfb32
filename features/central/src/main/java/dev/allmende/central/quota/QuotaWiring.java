package dev.allmende.central.quota;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Quota;
import dev.allmende.api.tenancy.QuotaStatus;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of quotas. */
public final class QuotaWiring {

    /** Each look is a call to each service, and more to those that do not tell the use. */
    private static final Duration RESYNC = Duration.ofMinutes(5);

    private QuotaWiring() {}

    public static Controller<Quota, QuotaStatus> controller(Projects projects, InstantSource clock) {
        return new Controller<>(
                Quota.class,
                Definition.of(Quota.class),
                new QuotaActuator(projects, clock),
                QuotaStatus.UNSEEN,
                QuotaStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(new Dependency<>(Tenant.class, QuotaWiring::tenant, false)));
    }

    private static Stream<Dependency.Place> tenant(Quota quota) {
        return Stream.of(new Dependency.Place("", quota.getMetadata().getNamespace()));
    }
}
