package dev.allmende.openstack.identity;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resources;
import java.util.List;

/** What Keystone does for an admin or a domain manager who takes a tenant on, and for a user who makes application credentials. */
public final class Tenancy {

    private static final Kind<Domain.Wish, Domain> DOMAINS = new Kind<>(
            ServiceType.IDENTITY,
            "/domains",
            "/domains",
            "domain",
            "domains",
            "PATCH",
            Mark.Place.DESCRIPTION,
            Domain.Wish::new,
            Domain::new);
    private static final Kind<Project.Wish, Project> PROJECTS = new Kind<>(
            ServiceType.IDENTITY,
            "/projects",
            "/projects",
            "project",
            "projects",
            "PATCH",
            Mark.Place.DESCRIPTION,
            Project.Wish::new,
            Project::new);
    private static final Kind<User.Wish, User> USERS = new Kind<>(
            ServiceType.IDENTITY,
            "/users",
            "/users",
            "user",
            "users",
            "PATCH",
            Mark.Place.DESCRIPTION,
            User.Wish::new,
            User::new);
    private static final Kind<Group.Wish, Group> GROUPS = new Kind<>(
            ServiceType.IDENTITY,
            "/groups",
            "/groups",
            "group",
            "groups",
            "PATCH",
            Mark.Place.DESCRIPTION,
            Group.Wish::new,
            Group::new);
    private static final Kind<Role.Wish, Role> ROLES = new Kind<>(
            ServiceType.IDENTITY,
            "/roles",
            "/roles",
            "role",
            "roles",
            "PATCH",
            Mark.Place.NOWHERE,
            Role.Wish::new,
            Role::new);

    private final Cloud cloud;

    public Tenancy(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Those that the login may see; a manager of one sees the names of all. */
    public Resources<Domain.Wish, Domain> domains() {
        return new Resources<>(cloud, DOMAINS);
    }

    public Resources<Project.Wish, Project> projects() {
        return new Resources<>(cloud, PROJECTS);
    }

    public Resources<User.Wish, User> users() {
        return new Resources<>(cloud, USERS);
    }

    public Resources<Group.Wish, Group> groups() {
        return new Resources<>(cloud, GROUPS);
    }

    public Resources<Role.Wish, Role> roles() {
        return new Resources<>(cloud, ROLES);
    }

    /** Those of a user; made with that user's own login, for the project of the login. */
    public Resources<ApplicationCredential.Wish, ApplicationCredential> applicationCredentials(String user) {
        var path = users().path(user) + "/application_credentials";
        return new Resources<>(
                cloud,
                new Kind<ApplicationCredential.Wish, ApplicationCredential>(
                        ServiceType.IDENTITY,
                        path,
                        path,
                        "application_credential",
                        "application_credentials",
                        "PATCH",
                        Mark.Place.DESCRIPTION,
                        ApplicationCredential.Wish::new,
                        ApplicationCredential::new));
    }

    /** Gives an actor a role on a project; again is no error. */
    public void grant(Actor actor, String role, String project) {
        users().service().send(Call.put(path(actor, role, project), new byte[0]));
    }

    public Removal revoke(Actor actor, String role, String project) {
        return remove(path(actor, role, project));
    }

    /** Ids of the roles that an actor was given on a project itself; those through groups or by implication are not among them. */
    public List<String> grants(Actor actor, String project) {
        var answer = users().service().send(Call.get(path(actor, "", project)));
        return Json.tree(answer.body())
                .map(tree -> tree.path("roles").findValuesAsText("id"))
                .orElseGet(List::of);
    }

    public void join(String user, String group) {
        users().service().send(Call.put(groups().path(group) + "/users/" + user, new byte[0]));
    }

    public Removal leave(String user, String group) {
        return remove(groups().path(group) + "/users/" + user);
    }

    private String path(Actor actor, String role, String project) {
        var who = switch (actor) {
            case Actor.Person(var id) -> "/users/" + id;
            case Actor.Team(var id) -> "/groups/" + id;
        };
        return projects().path(project) + who + "/roles" + (role.isEmpty() ? "" : "/" + role);
    }

    private Removal remove(String path) {
        try {
            users().service().send(Call.delete(path));
            return Removal.ASKED;
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Removal.GONE;
            }
            throw missing;
        }
    }
}
