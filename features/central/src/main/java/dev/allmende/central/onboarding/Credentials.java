package dev.allmende.central.onboarding;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.identity.ApplicationCredential;
import dev.allmende.openstack.identity.Project;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.identity.User;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes a tenant's application credential and renews it. The first is made with the user's password, which is forgotten then;
 * each later one with the one before. It may make others (unrestricted): Keystone lets no restricted one make keys for S3.
 *
 * @param random a strong one: it makes secrets
 */
record Credentials(Mirror mirror, Projects projects, InstantSource clock, RandomGenerator random) {

    /** The login when it is no older than it may be; whether it is good is not asked. */
    Optional<Box> fresh(Tenant tenant) {
        return Box.find(mirror, tenant).filter(box -> !Renewal.of(tenant).isDue(box, clock.instant()));
    }

    /** A login that is good, and no older than it may be. */
    Box renewed(Home home, Tenant tenant, Project project) {
        var box = Box.of(mirror, tenant);
        boolean isLost = box.id().isEmpty() || !isGood(box, tenant);
        if (!isLost && !Renewal.of(tenant).isDue(box, clock.instant())) {
            return box;
        }
        var chosen = box.choosing("allmende-" + hex(4), new Secret(hex(32)));
        var ready = isLost ? chosen.choosing(new Secret("Aa1-" + hex(24))) : chosen;
        var user = home.user(tenant, project, ready.password().orElseGet(() -> new Secret("Aa1-" + hex(24))));
        home.grant(tenant, user, project);
        try (var owner = isLost ? byPassword(home, tenant, project, user, ready) : open(ready, tenant)) {
            return turn(owner, user, ready, Renewal.of(tenant).asked());
        }
    }

    private Box turn(Cloud owner, User user, Box box, String asked) {
        var all = new Tenancy(owner).applicationCredentials(user.id());
        var there = all.list(Filter.ALL);
        var made = there.stream()
                .filter(each -> each.name().equals(box.nextName()))
                .findFirst()
                .orElseGet(() -> all.create(new ApplicationCredential.Wish()
                        .name(box.nextName())
                        .secret(box.nextSecret())
                        .unrestricted(true)));
        var old = there.stream()
                .map(Resource::id)
                .filter(id -> !id.equals(made.id()))
                .toList();
        return box.turned(made.id(), clock.instant(), old, asked);
    }

    /** Deletes the old ones when the overlap is over. */
    Box tidied(Tenant tenant, Box box) {
        if (!Renewal.of(tenant).isOverlapOver(box, clock.instant())) {
            return box;
        }
        try (var owner = open(box, tenant)) {
            var all = new Tenancy(owner).applicationCredentials(owner.token().userId());
            box.old().forEach(all::delete);
        }
        return box.withoutOld();
    }

    private boolean isGood(Box box, Tenant tenant) {
        try (var cloud = open(box, tenant)) {
            return isLetIn(cloud);
        }
    }

    private Cloud open(Box box, Tenant tenant) {
        return projects.open(tenant, box.credential(), new Scope.Unsaid());
    }

    /** The password may never have reached the cloud, when the user was made before it was chosen. */
    private Cloud byPassword(Home home, Tenant tenant, Project project, User user, Box box) {
        var password = box.password().orElseThrow();
        var who = new Credential.User(Optional.of(user.id()), Optional.empty(), Credential.Domain.UNSAID);
        var login = new Credential.Password(who, password);
        var scope = new Scope.Project(Optional.of(project.id()), Optional.empty(), Credential.Domain.UNSAID);
        var first = projects.open(tenant, login, scope);
        if (isLetIn(first)) {
            return first;
        }
        first.close();
        home.password(user, password);
        return projects.open(tenant, login, scope);
    }

    private static boolean isLetIn(Cloud cloud) {
        try {
            cloud.token();
            return true;
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.CREDENTIAL) {
                return false;
            }
            throw refused;
        }
    }

    private String hex(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }
}
