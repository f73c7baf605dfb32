package dev.allmende.central.tenant;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.util.List;
import java.util.Objects;

/** Logs in to the tenant's project. */
final class TenantActuator implements Actuator<Tenant, TenantStatus> {

    private final Projects projects;

    TenantActuator(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Outcome<TenantStatus> act(Tenant tenant) {
        var before = Objects.requireNonNullElse(tenant.getStatus(), TenantStatus.UNSEEN);
        return switch (projects.of(tenant)) {
            case Projects.Open open -> look(open.cloud(), before);
            case Projects.Shut shut -> shut.outcome(before);
        };
    }

    private static Outcome<TenantStatus> look(Cloud cloud, TenantStatus before) {
        try {
            var token = cloud.token();
            var seen = new TenantStatus(
                    0, List.of(), token.userName(), token.projectId().orElse(null));
            return new Outcome.Ready<>(seen, "logged in as %s".formatted(token.userName()));
        } catch (OpenStackException refused) {
            return Refusals.outcome(refused, before);
        }
    }
}
