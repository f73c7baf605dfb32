package dev.allmende.central.quota;

import dev.allmende.api.tenancy.Quota;
import dev.allmende.api.tenancy.QuotaStatus;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import java.time.InstantSource;
import java.util.Objects;

/** Reads the limits of the tenant's project. */
final class QuotaActuator implements Actuator<Quota, QuotaStatus> {

    private static final int NEAR_PERCENT = 80;

    private final Projects projects;
    private final InstantSource clock;

    QuotaActuator(Projects projects, InstantSource clock) {
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public Outcome<QuotaStatus> act(Quota quota) {
        var before = Objects.requireNonNullElse(quota.getStatus(), QuotaStatus.UNSEEN);
        return switch (projects.of(quota.getMetadata().getNamespace())) {
            case Projects.Shut shut -> shut.outcome(before);
            case Projects.Open open -> {
                try {
                    int percent = Objects.requireNonNullElse(quota.getSpec().nearPercent(), NEAR_PERCENT);
                    var seen = Nearness.of(before, Limits.of(open.cloud()), percent, clock.instant());
                    yield new Outcome.Ready<>(seen, Nearness.told(seen));
                } catch (OpenStackException refused) {
                    yield Refusals.outcome(refused, before);
                }
            }
        };
    }
}
