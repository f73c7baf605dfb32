package dev.allmende.central.objectbucket;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.central.cloud.Logins;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.peer.Limits;
import dev.allmende.peer.s3.Keys;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Object stores of tenants, and the keys with which their buckets are looked after. Where Keystone makes the keys, a tenant
 * has one pair for that, derived from its UID: it is found again after a restart, and goes with the last bucket.
 */
public final class Stores implements AutoCloseable {

    private final Mirror mirror;
    private final Projects projects;
    private final Logins logins;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** @param random a strong one: it makes secrets */
    public Stores(Mirror mirror, Projects projects, Clock clock, RandomGenerator random) {
        this.mirror = mirror;
        this.projects = projects;
        this.logins = new Logins(mirror);
        this.clock = clock;
        this.random = random;
    }

    /** @param login what the keys are of: while it stays they do */
    private record Held(Map<String, String> login, S3Address address, S3 s3) {}

    /** Swift, with the tenant's own login. */
    Sought<Service> swift(HasMetadata from) {
        return tenant(from)
                .then(tenant -> open(projects.of(tenant)))
                .map(cloud -> cloud.service(ServiceType.OBJECT_STORE));
    }

    /** S3, with keys that are made when there are none. */
    Sought<S3> s3(HasMetadata from) {
        return tenant(from).then(tenant -> address(tenant).then(address -> s3(tenant, address)));
    }

    private Sought<S3> s3(Tenant tenant, S3Address address) {
        var name = Projects.storeSecretOf(tenant);
        var found = logins.contents(name);
        if (found.isEmpty()) {
            return missing(name);
        }
        var login = found.get();
        var key = tenant.getMetadata().getUid();
        var old = held.get(key);
        if (old != null && old.login().equals(login) && old.address().equals(address)) {
            return Sought.of(old.s3());
        }
        return keys(tenant, login).map(keys -> {
            var s3 = new S3(address, keys, clock);
            // the old client is not closed, for it may be in use; it goes with its last user
            held.put(key, new Held(login, address, s3));
            return s3;
        });
    }

    private Sought<Keys> keys(Tenant tenant, Map<String, String> login) {
        var given = given(login);
        return given.isPresent()
                ? Sought.of(given.get())
                : pairs(tenant).map(pairs -> {
                    var access = own(tenant);
                    return pairs.find(access).orElseGet(() -> pairs.create(access));
                });
    }

    private static <V> Sought<V> missing(String name) {
        return new Sought.Waits<>("Secret %s, with the login to the object store, is not there".formatted(name));
    }

    private static Optional<Keys> given(Map<String, String> login) {
        return Optional.ofNullable(login.get(Logins.ACCESS_KEY))
                .flatMap(access ->
                        Optional.ofNullable(login.get(Logins.SECRET_KEY)).map(secret -> new Keys(access, secret)));
    }

    private static String own(Tenant tenant) {
        return Ec2Credentials.accessKey(tenant.getMetadata().getUid(), 0);
    }

    /** Pairs of keys in the tenant's project that Keystone makes for the login to the store. */
    public Sought<Ec2Credentials> pairs(Tenant tenant) {
        return pairs(tenant, Projects.storeSecretOf(tenant));
    }

    /** The same, of the login that only reads. */
    public Sought<Ec2Credentials> readerPairs(Tenant tenant) {
        var reader = tenant.getSpec().store().reader();
        return reader == null
                ? new Sought.Waits<>(
                        "access: Read needs a login that only reads: name it in spec.objectStorage.reader of Tenant %s"
                                .formatted(tenant.getMetadata().getName()))
                : pairs(tenant, reader.name());
    }

    private Sought<Ec2Credentials> pairs(Tenant tenant, String name) {
        var found = logins.contents(name);
        if (found.isEmpty()) {
            return missing(name);
        }
        var login = found.get();
        if (given(login).isPresent()) {
            return new Sought.Waits<>(
                    "Secret %s has a pair of keys, which makes no others: name a user's login in spec.objectStorage.credential of Tenant %s"
                            .formatted(name, tenant.getMetadata().getName()));
        }
        if (!Logins.hasPassword(login)) {
            return new Sought.Waits<>(
                    "Keystone makes no keys for an application credential, as Secret %s has one: name a user's login, or keys, in spec.objectStorage.credential of Tenant %s; api: Swift needs none"
                            .formatted(name, tenant.getMetadata().getName()));
        }
        return open(projects.of(tenant))
                .then(own -> open(projects.store(tenant, name)).then(cloud -> {
                    boolean isSame =
                            cloud.token().projectId().equals(own.token().projectId());
                    return isSame
                            ? Sought.of(new Ec2Credentials(cloud, random))
                            : new Sought.Waits<>(
                                    "the login to the object store, in Secret %s, is to another project than the tenant's: mend it"
                                            .formatted(name));
                }));
    }

    public Sought<Tenant> tenant(HasMetadata from) {
        var name = from.getMetadata().getNamespace();
        return mirror.find(Tenant.class, "", name)
                .map(Sought::of)
                .orElseGet(() -> new Sought.Waits<>("namespace %s belongs to no Tenant yet".formatted(name)));
    }

    private static Sought<dev.allmende.openstack.Cloud> open(Projects.Project project) {
        return switch (project) {
            case Projects.Open open -> Sought.of(open.cloud());
            case Projects.Shut shut -> new Sought.Waits<>(shut.why());
        };
    }

    public Sought<S3Address> address(Tenant tenant) {
        var store = tenant.getSpec().store();
        var endpoint = Optional.ofNullable(store.endpoint())
                .map(said -> Sought.of(URI.create(said)))
                .orElseGet(() -> open(projects.of(tenant)).map(Stores::endpoint));
        var authorities = mirror.find(
                        Cloud.class, "", tenant.getSpec().cloudRef().name())
                .flatMap(cloud -> Optional.ofNullable(cloud.getSpec().caBundle()));
        var region = Objects.requireNonNullElse(store.region(), "us-east-1");
        return endpoint.map(uri -> new S3Address(uri, region, true, authorities, Limits.STANDARD));
    }

    /** S3 stands at the host of Swift where the catalog does not name it: so it is with Ceph's gateway and Swift's proxy. */
    private static URI endpoint(dev.allmende.openstack.Cloud cloud) {
        try {
            return URI.create(cloud.service(ServiceType.S3).baseUrl());
        } catch (OpenStackException missing) {
            if (missing.kind() != OpenStackException.Kind.MISSING_SERVICE) {
                throw missing;
            }
            var swift = URI.create(cloud.service(ServiceType.OBJECT_STORE).baseUrl());
            return URI.create("%s://%s".formatted(swift.getScheme(), swift.getAuthority()));
        }
    }

    /** The keys were refused: next time they are asked for anew. */
    void forget(HasMetadata from) {
        if (tenant(from) instanceof Sought.Wants<Tenant>(var tenant)) {
            held.remove(tenant.getMetadata().getUid());
        }
    }

    /** With the last bucket the keys go that buckets were looked after with. */
    void leave(ObjectBucket bucket) {
        boolean isLast = mirror.list(ObjectBucket.class, bucket.getMetadata().getNamespace()).stream()
                .allMatch(each -> each.getMetadata().getDeletionTimestamp() != null
                        || each.getMetadata()
                                .getUid()
                                .equals(bucket.getMetadata().getUid()));
        if (isLast && tenant(bucket) instanceof Sought.Wants<Tenant>(var tenant)) {
            held.remove(tenant.getMetadata().getUid());
            if (pairs(tenant) instanceof Sought.Wants<Ec2Credentials>(var pairs)) {
                pairs.delete(own(tenant));
            }
        }
    }

    @Override
    public void close() {
        held.values().forEach(each -> each.s3().close());
    }
}
