package dev.allmende.central;

import dev.allmende.api.Condition;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Observed;
import dev.allmende.api.Placed;
import dev.allmende.api.SecretReference;
import dev.allmende.api.Thing;
import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantSpec;
import dev.allmende.kit.Controller;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.network.Networking;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A tenant in a namespace of its own, its project in a cloud, and the controllers between them. */
public final class Ground {

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final KubernetesClient kubernetes;
    private final String system = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final String tenant = system + "-tenant";
    private final Site site;

    /** In seconds; a real cloud takes its time. */
    private final int patience;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final AtomicInteger waking = new AtomicInteger();
    private final MovingClock clock = new MovingClock();
    private final ClientOptions options = ClientOptions.standard("test").withClock(clock);
    private Central central;
    private ControllerHost host;
    private final dev.allmende.openstack.Cloud own;
    private final dev.allmende.openstack.Cloud admin;

    private Ground(KubernetesClient kubernetes, Site site) {
        this.kubernetes = kubernetes;
        this.site = site;
        this.patience = site.devcloud().isPresent() ? 60 : 300;
        for (var name : List.of(system, tenant)) {
            kubernetes
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
        run();
        own = Clouds.open(site.own(), options);
        admin = Clouds.open(site.neighbour(), options);
    }

    private void run() {
        var mirror = new Mirror(kubernetes, system);
        central = new Central(mirror, options);
        host = ControllerHost.start(
                mirror,
                central.controllers(),
                new ControllerHost.Options(Optional.empty(), Clock.systemUTC(), problems::add));
    }

    /** Ends the controllers and starts them anew: they know nothing but what is in the API. */
    public void restart() {
        host.close();
        central.close();
        run();
    }

    /** With a made-up cloud. */
    public static Ground start(KubernetesClient kubernetes) {
        return start(kubernetes, Site.madeUp());
    }

    /** @param site ends with this */
    public static Ground start(KubernetesClient kubernetes, Site site) {
        var ground = new Ground(kubernetes, site);
        ground.onboard();
        return ground;
    }

    private void onboard() {
        secret("login", login());
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(tenant).build());
        cloud.setSpec(new CloudSpec(site.own().authUrl(), null, null, new SecretReference("login")));
        kubernetes.resource(cloud).create();
        var who = new Tenant();
        who.setMetadata(new ObjectMetaBuilder().withName(tenant).build());
        who.setSpec(TenantSpec.of(tenant, "login").with(Catalogue.NONE));
        kubernetes.resource(who).create();
    }

    private Map<String, String> login() {
        if (site.own().credential() instanceof Credential.Password login
                && site.own().scope() instanceof Scope.Project project) {
            return Map.of(
                    "username",
                    login.user().name().orElseThrow(),
                    "password",
                    login.password().reveal(),
                    "projectName",
                    project.name().orElseThrow());
        }
        throw new IllegalStateException("the tenant's login has no password and project");
    }

    /** The controllers' clock goes forward: tokens end, credentials grow old. */
    public void later(Duration time) {
        clock.move(time);
    }

    /** What the controllers' clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /** Namespace of the controllers. */
    public String system() {
        return system;
    }

    /** Name of the tenant and of its namespace. */
    public String tenant() {
        return tenant;
    }

    public KubernetesClient kubernetes() {
        return kubernetes;
    }

    public Site site() {
        return site;
    }

    /** Somebody else's login, with the rights of an administrator. */
    public dev.allmende.openstack.Cloud admin() {
        return admin;
    }

    /** The tenant's login. */
    public dev.allmende.openstack.Cloud cloud() {
        return own;
    }

    /** The tenant's project. */
    public Networking networking() {
        return new Networking(own);
    }

    /** Somebody else's project. */
    public Networking neighbour() {
        return new Networking(admin);
    }

    public GenericKubernetesResource network(String name) {
        return network(name, spec -> {});
    }

    public GenericKubernetesResource network(String name, Consumer<Map<String, Object>> more) {
        return object("network", "Network", name, more);
    }

    public GenericKubernetesResource observed(String name, String id) {
        return network(name, spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("id", id));
        });
    }

    public GenericKubernetesResource subnet(String name, String network, String cidr) {
        return object("network", "Subnet", name, spec -> {
            spec.put("networkRef", Map.of("name", network));
            spec.put("cidr", cidr);
        });
    }

    public GenericKubernetesResource volume(String name, int gib) {
        return volume(name, spec -> spec.put("size", gib));
    }

    public GenericKubernetesResource volume(String name, Consumer<Map<String, Object>> more) {
        return object("storage", "Volume", name, more);
    }

    /** Makes a network and a subnet in it, of the same name. */
    public void segment(String name, String cidr) {
        create(network(name));
        create(subnet(name, name, cidr));
    }

    /** The network that leads out of the cloud. */
    public GenericKubernetesResource outside(String name) {
        return network(name, spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("filter", Map.of("name", "public")));
        });
    }

    /** What a field says that names an object. */
    public static Map<String, Object> reference(String name) {
        return Map.of("name", name);
    }

    /** As a user writes it: what he does not say, the server fills in. */
    public GenericKubernetesResource object(
            String group, String kind, String name, Consumer<Map<String, Object>> more) {
        var spec = new HashMap<String, Object>();
        more.accept(spec);
        var object = new GenericKubernetesResource();
        object.setApiVersion(group + ".allmende.dev/v1alpha1");
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(tenant).build());
        object.setAdditionalProperty("spec", spec);
        return object;
    }

    public void create(GenericKubernetesResource object) {
        kubernetes.resource(object).create();
    }

    public void change(Class<? extends HasMetadata> kind, String name, String field, String value) {
        patch(kind, name, "{\"spec\":{\"%s\":\"%s\"}}".formatted(field, value));
    }

    /** @param json merged into the object */
    public void patch(Class<? extends HasMetadata> kind, String name, String json) {
        kubernetes.resources(kind).inNamespace(tenant).withName(name).patch(MERGE, json);
    }

    /** Takes the status off an object, and sees that it is looked at again after that. */
    public <S extends Observed, R extends CustomResource<?, S>> void forgetStatus(Class<R> kind, String name) {
        var object = kubernetes.resources(kind).inNamespace(tenant).withName(name);
        object.subresource("status").patch(MERGE, "{\"status\":null}");
        // a controller that has not heard of it yet finds nothing to write
        until(() -> {
            wake();
            return object.require().getStatus() != null;
        });
    }

    public void delete(Class<? extends HasMetadata> kind, String name) {
        kubernetes.resources(kind).inNamespace(tenant).withName(name).delete();
    }

    /** Changes the tenant in a way that means nothing, so that all its objects are looked at now. */
    public void wake() {
        kubernetes
                .resources(Tenant.class)
                .withName(tenant)
                .patch(
                        MERGE,
                        "{\"metadata\":{\"annotations\":{\"waking\":\"%d\"}}}".formatted(waking.incrementAndGet()));
    }

    public <S extends Observed, R extends CustomResource<?, S>> R await(
            Class<R> kind, String name, Predicate<R> wanted) {
        var object = kubernetes.resources(kind).inNamespace(tenant).withName(name);
        try {
            return object.waitUntilCondition(
                    seen -> seen != null && seen.getStatus() != null && wanted.test(seen), patience, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException late) {
            var seen = object.get();
            throw new AssertionError(
                    "%s %s is: %s".formatted(kind.getSimpleName(), name, seen == null ? "not there" : seen.getStatus()),
                    late);
        }
    }

    /** Waits until an object is ready and its spec of that generation was looked at. */
    public <S extends Placed, R extends CustomResource<?, S>> R settled(Class<R> kind, String name, long generation) {
        return await(kind, name, seen -> isReady(seen) && seen.getStatus().observedGeneration() == generation);
    }

    /** Waits for something in the cloud. */
    public void until(BooleanSupplier wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come to be within %d s".formatted(patience));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    public void awaitGone(Class<? extends HasMetadata> kind, String name) {
        kubernetes
                .resources(kind)
                .inNamespace(tenant)
                .withName(name)
                .waitUntilCondition(seen -> seen == null, patience, TimeUnit.SECONDS);
    }

    /** A Secret beside the controllers. */
    public void secret(String name, Map<String, String> data) {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(system)
                        .endMetadata()
                        .addToStringData(data)
                        .build())
                .create();
    }

    /** @param json merged into the tenant */
    public void patchTenant(String json) {
        kubernetes.resources(Tenant.class).withName(tenant).patch(MERGE, json);
    }

    /** Objects of a file, in the tenant's namespace. */
    public List<HasMetadata> apply(Path file) throws IOException {
        return apply(Files.readString(file));
    }

    /** @param yaml objects, put into the tenant's namespace */
    public List<HasMetadata> apply(String yaml) {
        var objects = kubernetes
                .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items();
        objects.forEach(object -> {
            object.getMetadata().setNamespace(tenant);
            kubernetes.resource(object).create();
        });
        return objects;
    }

    public void delete(List<HasMetadata> objects) {
        // without a word about what is protected: whoever asks for an example's end means it
        objects.stream()
                .filter(Ground::isOurs)
                .forEach(object -> generic(object).patch(MERGE, "{\"spec\":{\"deletionPolicy\":\"Delete\"}}"));
        kubernetes.resourceList(objects).delete();
    }

    private static boolean isOurs(HasMetadata object) {
        return object.getApiVersion().contains(".allmende.dev/");
    }

    public void awaitReady(HasMetadata object) {
        generic(object).waitUntilCondition(seen -> !isOurs(object) || isReady(seen), patience, TimeUnit.SECONDS);
    }

    public void awaitGone(HasMetadata object) {
        generic(object).waitUntilCondition(seen -> seen == null, patience, TimeUnit.SECONDS);
    }

    private Resource<GenericKubernetesResource> generic(HasMetadata object) {
        return kubernetes
                .genericKubernetesResources(object.getApiVersion(), object.getKind())
                .inNamespace(tenant)
                .withName(object.getMetadata().getName());
    }

    private static boolean isReady(@Nullable GenericKubernetesResource object) {
        List<Map<String, Object>> conditions = object == null ? null : object.get("status", "conditions");
        return conditions != null
                && conditions.stream()
                        .anyMatch(each -> "Ready".equals(each.get("type")) && "True".equals(each.get("status")));
    }

    /** What the status of an object shows of its thing. */
    public static <O extends Record> O observed(Thing<?, O> thing) {
        return Objects.requireNonNull(thing.getStatus().observed(), "nothing was seen yet");
    }

    public static Condition ready(CustomResource<?, ? extends Observed> object) {
        return Condition.find(object.getStatus().conditions(), Condition.READY).orElseThrow();
    }

    /** Whether the object is ready, and was so after the last change of its spec. */
    public static boolean isReady(CustomResource<?, ? extends Observed> object) {
        return ready(object).isTrue()
                && ready(object).observedGeneration() == object.getMetadata().getGeneration();
    }

    public static String reason(CustomResource<?, ? extends Observed> object) {
        return ready(object).reason();
    }

    public static String id(CustomResource<?, ? extends Placed> object) {
        return Objects.requireNonNull(object.getStatus().id(), "nothing was made yet");
    }

    private void unprotect(Class<? extends HasMetadata> kind) {
        kubernetes.resources(kind).inNamespace(tenant).list().getItems().stream()
                .filter(each -> each instanceof Thing<?, ?> thing
                        && thing.getSpec().onDelete() == DeletionPolicy.PROTECT
                        && thing.getSpec().managementPolicy() == ManagementPolicy.MANAGED)
                .forEach(each -> change(kind, each.getMetadata().getName(), "deletionPolicy", "Delete"));
    }

    /** Takes all of it away; what went wrong beside the objects. */
    public List<String> close() {
        var kinds = central.controllers().stream()
                .map(Controller::kind)
                .filter(Thing.class::isAssignableFrom)
                .toList();
        kinds.forEach(this::unprotect);
        kinds.forEach(kind -> kubernetes.resources(kind).inNamespace(tenant).delete());
        kinds.forEach(kind -> kubernetes
                .resources(kind)
                .inNamespace(tenant)
                .list()
                .getItems()
                .forEach(each -> awaitGone(kind, each.getMetadata().getName())));
        kubernetes.resources(Tenant.class).withName(tenant).delete();
        kubernetes
                .resources(Tenant.class)
                .withName(tenant)
                .waitUntilCondition(Objects::isNull, patience, TimeUnit.SECONDS);
        kubernetes.resources(Cloud.class).withName(tenant).delete();
        kubernetes.namespaces().withName(tenant).delete();
        kubernetes.namespaces().withName(system).delete();
        host.close();
        central.close();
        own.close();
        admin.close();
        site.close();
        kubernetes.close();
        return List.copyOf(problems);
    }
}
