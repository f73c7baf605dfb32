package dev.allmende.central.onboarding;

import dev.allmende.api.Condition;
import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tenant on, step by step: namespace and rights, project, login, limits, catalogue. Each step looks first and makes
 * what is missing with one call, so that a look that was cut off anywhere is simply taken again.
 */
final class Onboarding implements Actuator<Tenant, TenantStatus> {

    private final Projects projects;
    private final Space space;
    private final Credentials credentials;
    private final Offers offers;

    Onboarding(Projects projects, Space space, Credentials credentials, Offers offers) {
        this.projects = projects;
        this.space = space;
        this.credentials = credentials;
        this.offers = offers;
    }

    @Override
    public Outcome<TenantStatus> act(Tenant tenant) {
        var before = Objects.requireNonNullElse(tenant.getStatus(), TenantStatus.UNSEEN);
        try {
            return tenant.getSpec().credential().managed() == null ? given(tenant, before) : managed(tenant, before);
        } catch (Halt halt) {
            return halt.outcome(before);
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.CREDENTIAL) {
                projects.logInAnew(tenant);
            }
            return Refusals.outcome(refused, before);
        }
    }

    /** With a login that somebody put into a Secret. */
    private Outcome<TenantStatus> given(Tenant tenant, TenantStatus before) {
        var open = Halt.open(projects.of(tenant));
        space.prepare(tenant);
        return look(tenant, open, before.with((TenantStatus.@Nullable Login) null));
    }

    /** With a login of our own making. */
    private Outcome<TenantStatus> managed(Tenant tenant, TenantStatus before) {
        var home = new Home(Halt.open(projects.provider(tenant)).cloud());
        space.prepare(tenant);
        var box = box(home, tenant, before);
        var seen = before.with(Renewal.of(tenant).shown(box));
        return switch (projects.of(tenant)) {
            // the Secret was written a moment ago
            case Projects.Shut shut -> new Outcome.Busy<>(seen, Reason.CREATING, "the login is being made");
            case Projects.Open open -> look(tenant, open, seen);
        };
    }

    /** What is well is left alone: Keystone is asked when something is to be done, or does not work. */
    private Box box(Home home, Tenant tenant, TenantStatus before) {
        var kept = isWell(tenant, before) ? credentials.fresh(tenant) : Optional.<Box>empty();
        return credentials.tidied(
                tenant, kept.orElseGet(() -> credentials.renewed(home, tenant, home.project(tenant))));
    }

    private static boolean isWell(Tenant tenant, TenantStatus before) {
        long generation = Objects.requireNonNullElse(tenant.getMetadata().getGeneration(), 0L);
        return before.observedGeneration() == generation && Condition.isReady(before);
    }

    private Outcome<TenantStatus> look(Tenant tenant, Projects.Open open, TenantStatus before) {
        var token = open.cloud().token();
        var project = token.projectId().orElse(null);
        var seen = before.loggedIn(token.userName(), project);
        var quota = tenant.getSpec().quota();
        if (quota != null && project != null) {
            new Limits(Halt.open(projects.provider(tenant)).cloud(), project).settle(quota);
        }
        offers.show(tenant, open.cloud(), tenant.getSpec().catalogue() == Catalogue.PUBLIC);
        return new Outcome.Ready<>(seen, "logged in as %s".formatted(token.userName()));
    }
}
