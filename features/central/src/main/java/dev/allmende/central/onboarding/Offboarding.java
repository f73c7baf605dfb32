package dev.allmende.central.onboarding;

import dev.allmende.api.Reason;
import dev.allmende.api.Thing;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.keep.Marks;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Remover;
import dev.allmende.openstack.OpenStackException;
import java.util.List;
import java.util.Objects;

/**
 * Lets a tenant go: says what would be lost and waits for a confirmation, then takes away the objects of the namespace, in
 * their own order, then the login, the project and the namespace, as far as they were made for it. A step that is done is
 * seen to be done, so that a look that was cut off is taken again.
 */
final class Offboarding implements Remover<Tenant, TenantStatus> {

    /** Says that a tenant may really go: its value is the tenant's name. */
    static final String CONFIRM = "tenancy.allmende.dev/confirm-delete";

    private final Mirror mirror;
    private final Projects projects;
    private final Space space;
    private final List<Class<? extends Thing<?, ?>>> kinds;

    /** @param kinds of the objects that a tenant may have */
    Offboarding(Mirror mirror, Projects projects, Space space, List<Class<? extends Thing<?, ?>>> kinds) {
        this.mirror = mirror;
        this.projects = projects;
        this.space = space;
        this.kinds = kinds;
    }

    @Override
    public Step<TenantStatus> remove(Tenant tenant) {
        var before = Objects.requireNonNullElse(tenant.getStatus(), TenantStatus.UNSEEN);
        var objects = Inhabitants.of(mirror.kubernetes(), kinds, tenant);
        var seen = before.losing(objects.losses());
        try {
            allow(tenant, objects);
            empty(objects);
            leaveCloud(tenant);
            space.clear(tenant);
            return new Gone<>();
        } catch (Halt halt) {
            return new Left<>(halt.outcome(seen));
        } catch (OpenStackException refused) {
            return new Left<>(Refusals.outcome(refused, seen));
        }
    }

    private static void allow(Tenant tenant, Inhabitants objects) {
        var guarded = objects.guarded();
        if (!guarded.isEmpty()) {
            throw Halt.lasting(
                    Reason.DELETING,
                    "protected: %s; set their spec.deletionPolicy to Delete or Retain first"
                            .formatted(Inhabitants.shortened(guarded)));
        }
        var name = tenant.getMetadata().getName();
        var losses = objects.losses();
        if (!Marks.annotation(tenant, CONFIRM).equals(name) && (!losses.isEmpty() || makesProject(tenant))) {
            throw Halt.lasting(
                    Reason.DELETING,
                    "would be lost: %s; if that is meant: kubectl annotate tenant %s %s=%s"
                            .formatted(lost(tenant, Inhabitants.told(losses)), name, CONFIRM, name));
        }
    }

    private static String lost(Tenant tenant, String objects) {
        var project = makesProject(tenant) ? "the project" : "";
        return objects + (objects.isEmpty() || project.isEmpty() ? "" : ", ") + project;
    }

    private static boolean makesProject(Tenant tenant) {
        var project = tenant.getSpec().openstack();
        return project != null && project.create() != null;
    }

    /** Those that others need wait for them, each by itself. */
    private void empty(Inhabitants objects) {
        objects.staying().forEach(thing -> mirror.kubernetes().resource(thing).delete());
        if (!objects.all().isEmpty()) {
            throw Halt.soon(Reason.DELETING, "waits for the end of " + objects.told());
        }
    }

    private void leaveCloud(Tenant tenant) {
        if (tenant.getSpec().openstack() == null) {
            return;
        }
        var box = Box.find(mirror, tenant);
        if (box.isEmpty()) {
            return;
        }
        var home = new Home(Halt.open(projects.provider(tenant)).cloud());
        home.find(tenant).ifPresent(project -> {
            var user = home.user(tenant, project.domainId());
            // without the user, who goes last, the project was found empty
            if (user.isPresent() && !box.get().id().isEmpty() && makesProject(tenant)) {
                beEmpty(tenant);
            }
            user.ifPresent(home::remove);
            if (makesProject(tenant)) {
                home.remove(project);
            }
        });
        projects.logInAnew(tenant);
        box.get().remove();
    }

    private void beEmpty(Tenant tenant) {
        var found = new Remains(Halt.open(projects.of(tenant)).cloud()).found();
        if (!found.isEmpty()) {
            throw Halt.soon(
                    Reason.DELETING,
                    "the project still has %s, which no object stands for: delete them in the cloud"
                            .formatted(String.join(", ", found)));
        }
    }
}
