package dev.allmende.central.onboarding;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantProject;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.identity.Actor;
import dev.allmende.openstack.identity.Project;
import dev.allmende.openstack.identity.Role;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.identity.User;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's project and user in Keystone, made and looked after with the Cloud's own login. What is made carries the UID of
 * the Tenant: it is found by that again, and nothing else is ever changed or deleted.
 */
record Home(Cloud provider, Tenancy keystone) {

    Home(Cloud provider) {
        this(provider, new Tenancy(provider));
    }

    private static Mark mark(Tenant tenant) {
        return new Mark(tenant.getMetadata().getUid());
    }

    private static TenantProject wanted(Tenant tenant) {
        return Objects.requireNonNull(tenant.getSpec().openstack(), "a managed login has a project");
    }

    /** The project as it shall be; made when it is not there. */
    Project project(Tenant tenant) {
        var reference = wanted(tenant).projectRef();
        if (reference != null) {
            return refersTo(reference);
        }
        var create = Objects.requireNonNull(wanted(tenant).create(), "a project is referred to or made");
        var domain = domain(create.domain());
        var name = tenant.getMetadata().getName();
        var about = Optional.ofNullable(create.description())
                .or(() -> Optional.ofNullable(tenant.getSpec().displayName()))
                .orElse("");
        var projects = keystone.projects();
        var wish =
                projects.marked(new Project.Wish().name(name).description(about).domain(domain), mark(tenant));
        var project = made(tenant).orElseGet(() -> create(projects, wish, domain, name));
        return projects.missing(wish, project)
                .map(changes -> projects.update(project.id(), changes))
                .orElse(project);
    }

    /** The project that was made for this tenant. */
    Optional<Project> made(Tenant tenant) {
        var create = wanted(tenant).create();
        if (create == null) {
            return Optional.empty();
        }
        var status = tenant.getStatus();
        var known = status == null || status.projectID() == null
                ? Optional.<Project>empty()
                : keystone.projects().find(status.projectID()).filter(project -> isOwn(project, tenant));
        return known.or(() -> own(
                keystone.projects(),
                tenant,
                domain(create.domain()),
                tenant.getMetadata().getName()));
    }

    /** The tenant's project, if it is there. */
    Optional<Project> find(Tenant tenant) {
        var reference = wanted(tenant).projectRef();
        if (reference == null) {
            return made(tenant);
        }
        try {
            return Optional.of(refersTo(reference));
        } catch (Halt missing) {
            return Optional.empty();
        }
    }

    private Project refersTo(TenantProject.ProjectReference reference) {
        var id = reference.id();
        if (id != null) {
            return keystone.projects()
                    .find(id)
                    .orElseThrow(() -> Halt.waiting(Reason.WAITING_FOR, "the cloud has no project " + id));
        }
        var name = Objects.requireNonNull(reference.name(), "id or name is said");
        var domain = domain(reference.domain());
        return keystone.projects().list(Filter.name(name).and("domain_id", domain)).stream()
                .findFirst()
                .orElseThrow(() -> Halt.waiting(
                        Reason.WAITING_FOR, "domain %s of the cloud has no project '%s'".formatted(domain, name)));
    }

    /** The user whom the tenant's application credentials belong to. */
    User user(Tenant tenant, Project project, Secret password) {
        var users = keystone.users();
        var name = userName(tenant);
        return own(users, tenant, project.domainId(), name)
                .orElseGet(() -> create(
                        users,
                        users.marked(
                                new User.Wish()
                                        .name(name)
                                        .domain(project.domainId())
                                        .password(password)
                                        .description("logs in for tenant "
                                                + tenant.getMetadata().getName()),
                                mark(tenant)),
                        project.domainId(),
                        name));
    }

    Optional<User> user(Tenant tenant, String domain) {
        return own(keystone.users(), tenant, domain, userName(tenant));
    }

    private static String userName(Tenant tenant) {
        return "allmende-" + tenant.getMetadata().getName();
    }

    void grant(Tenant tenant, User user, Project project) {
        var names = wanted(tenant).wantedRoles();
        var roles = keystone.roles().list(Filter.ALL).stream()
                .filter(role -> names.contains(role.name()) && role.domainId().isEmpty())
                .map(Role::id)
                .toList();
        if (roles.isEmpty()) {
            throw Halt.lasting(
                    Reason.INVALID_SPEC,
                    "the cloud has none of the roles %s: name others in spec.openstack.roles"
                            .formatted(String.join(", ", names)));
        }
        var who = new Actor.Person(user.id());
        var granted = keystone.grants(who, project.id());
        roles.stream().filter(role -> !granted.contains(role)).forEach(role -> keystone.grant(who, role, project.id()));
    }

    private static <W extends Wanted<W>, T extends Resource> T create(
            Resources<W, T> things, W wish, String domain, String name) {
        try {
            return things.create(wish);
        } catch (OpenStackException refused) {
            if (refused.trouble() == Trouble.CONFLICT) {
                throw Halt.waiting(
                        Reason.CONFLICT,
                        "domain %s has a %s '%s' that is not this tenant's: name the tenant otherwise, or its project in spec.openstack.projectRef"
                                .formatted(domain, things.kind().word(), name));
            }
            throw refused;
        }
    }

    private static <W extends Wanted<W>, T extends Resource> Optional<T> own(
            Resources<W, T> things, Tenant tenant, String domain, String name) {
        return things.list(Filter.name(name).and("domain_id", domain)).stream()
                .filter(thing -> isOwn(thing, tenant))
                .findFirst();
    }

    private static boolean isOwn(Resource thing, Tenant tenant) {
        return mark(tenant).isOn(thing, Mark.Place.DESCRIPTION);
    }

    /** Identifier of a domain; without a name that of the Cloud's login. */
    private String domain(@Nullable String said) {
        var token = provider.token();
        var own = token.domainId().orElse(token.userDomainId());
        if (said == null || said.equals(own)) {
            return own;
        }
        return keystone.domains().list(Filter.ALL).stream()
                .filter(domain -> domain.id().equals(said) || domain.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Halt.waiting(Reason.WAITING_FOR, "the cloud has no domain '%s'".formatted(said)))
                .id();
    }

    void password(User user, Secret password) {
        keystone.users().update(user.id(), new User.Wish().password(password));
    }

    /** The user's application credentials go with the user. */
    void remove(User user) {
        keystone.users().delete(user.id());
    }

    /** What is in the project stays behind without an owner: it must be empty. */
    void remove(Project project) {
        keystone.projects().delete(project.id());
    }
}
