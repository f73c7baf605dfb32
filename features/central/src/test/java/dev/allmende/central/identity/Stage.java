package dev.allmende.central.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantSpec;
import dev.allmende.central.Central;
import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.Keycloak;
import dev.allmende.central.keycloak.Login;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** A namespace with a connection to a Keycloak, and the controllers at work. What users do goes as YAML, as theirs does. */
final class Stage implements AutoCloseable {

    /** A real Keycloak takes its time when others use the cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();
    private static final List<String> KINDS = List.of("User", "Group", "Role", "Client", "IdentityProvider", "Realm");

    final KubernetesClient kubernetes;
    final String namespace = "team-" + Long.toHexString(System.nanoTime());
    private int waking;
    private Optional<Running> running = Optional.empty();

    private record Running(ControllerHost host, Central central) {}

    /** Somebody's place; nothing runs yet. */
    Stage(KubernetesClient kubernetes, Connection connection) {
        this.kubernetes = kubernetes;
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        connect(connection);
    }

    /** A tenant without a cloud: it is there to have its objects looked at. */
    void onboard() {
        var tenant = new Tenant();
        tenant.setMetadata(new ObjectMetaBuilder().withName(namespace).build());
        tenant.setSpec(TenantSpec.of("nowhere", "none"));
        kubernetes.resource(tenant).create();
    }

    /** Changes the tenant in a way that means nothing, so that all its objects are looked at now. */
    void wake() {
        kubernetes
                .resources(Tenant.class)
                .withName(namespace)
                .patch(MERGE, "{\"metadata\":{\"annotations\":{\"waking\":\"%d\"}}}".formatted(++waking));
    }

    void connect(Connection connection) {
        var login = (Login.Password) connection.login();
        secret(
                "keycloak",
                Map.of(
                        "url",
                        connection.base().toString(),
                        "username",
                        login.username(),
                        "password",
                        login.secret().reveal()));
    }

    void start() {
        start(Clock.systemUTC());
    }

    void start(Clock clock) {
        var mirror = new Mirror(kubernetes, "allmende-test");
        var central = new Central(mirror, ClientOptions.standard("test"));
        var host = ControllerHost.start(
                mirror, central.controllers(), new ControllerHost.Options(Optional.empty(), clock, problem -> {
                    throw new AssertionError(problem);
                }));
        running = Optional.of(new Running(host, central));
    }

    void stop() {
        running.ifPresent(each -> {
            each.host().close();
            each.central().close();
        });
        running = Optional.empty();
    }

    void secret(String name, Map<String, String> values) {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withStringData(values)
                        .build())
                .createOr(io.fabric8.kubernetes.client.dsl.NonDeletingOperation::update);
    }

    Map<String, String> secret(String name) {
        var found = Objects.requireNonNull(
                kubernetes.secrets().inNamespace(namespace).withName(name).get(), name);
        var values = new java.util.TreeMap<String, String>();
        found.getData()
                .forEach((key, value) ->
                        values.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return values;
    }

    void apply(String yaml) {
        var items = kubernetes
                .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items();
        for (var item : items) {
            item.getMetadata().setNamespace(namespace);
            kubernetes.resource(item).forceConflicts().fieldManager("kubectl").serverSideApply();
        }
    }

    /** A kind and its spec in one line of YAML. */
    void apply(String kind, String name, String spec) {
        apply("""
                apiVersion: identity.allmende.dev/v1alpha1
                kind: %s
                metadata: {name: %s}
                spec: {%s}
                """.formatted(kind, name, spec));
    }

    static String example() {
        try {
            return Files.readString(Path.of(System.getProperty("allmende.root"), "examples", "identity.yaml"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    List<GenericKubernetesResource> all(String kind) {
        return kubernetes
                .genericKubernetesResources(context(kind))
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    Optional<GenericKubernetesResource> get(String kind, String name) {
        return all(kind).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst();
    }

    void delete(String kind, String name) {
        kubernetes
                .genericKubernetesResources(context(kind))
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    private static ResourceDefinitionContext context(String kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup("identity.allmende.dev")
                .withVersion("v1alpha1")
                .withKind(kind)
                .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
    }

    /** Waits until a condition of the resource has this status and reason. */
    GenericKubernetesResource until(String kind, String name, String type, String status, String reason) {
        return until(kind, name, it -> has(it, type, status, reason));
    }

    GenericKubernetesResource ready(String kind, String name) {
        return until(
                kind,
                name,
                it -> has(it, "Ready", "True", "")
                        && Objects.equals(
                                it.get("status", "observedGeneration"),
                                number(it.getMetadata().getGeneration())));
    }

    GenericKubernetesResource until(String kind, String name, Predicate<GenericKubernetesResource> wanted) {
        return eventually(
                () -> get(kind, name).filter(wanted),
                () -> kind + "/" + name + ": "
                        + get(kind, name).map(it -> it.get("status")).orElse("is not there"));
    }

    void gone(String kind, String name) {
        eventually(
                () -> get(kind, name).isEmpty() ? Optional.of(true) : Optional.<Boolean>empty(),
                () -> kind + "/" + name + " is still there: " + get(kind, name).map(it -> it.get("status")));
    }

    static <T> T eventually(
            java.util.function.Supplier<Optional<T>> look, java.util.function.Supplier<String> otherwise) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError(otherwise.get());
    }

    private static Object number(Long generation) {
        return generation.intValue();
    }

    /** @param reason empty for any */
    static boolean has(HasMetadata resource, String type, String status, String reason) {
        return conditions(resource).stream()
                .anyMatch(each -> type.equals(each.get("type"))
                        && status.equals(each.get("status"))
                        && (reason.isEmpty() || reason.equals(each.get("reason"))));
    }

    static String message(HasMetadata resource, String type) {
        return conditions(resource).stream()
                .filter(each -> type.equals(each.get("type")))
                .map(each -> String.valueOf(each.get("message")))
                .findFirst()
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> conditions(HasMetadata resource) {
        Object found = ((GenericKubernetesResource) resource).get("status", "conditions");
        return found == null ? List.of() : (List<Map<String, Object>>) found;
    }

    static String id(GenericKubernetesResource resource) {
        String id = resource.get("status", "id");
        assertThat(id).isNotEmpty();
        return id;
    }

    Keycloak keycloak(Connection connection) {
        return Keycloak.open(connection, Clock.systemUTC());
    }

    /** Stops, and lets all objects go as they are, so that nobody's controllers have anything more to do with them. */
    @Override
    public void close() {
        stop();
        for (var kind : KINDS) {
            for (var each : all(kind)) {
                var name = each.getMetadata().getName();
                var object = kubernetes
                        .genericKubernetesResources(context(kind))
                        .inNamespace(namespace)
                        .withName(name);
                object.patch(MERGE, "{\"metadata\":{\"finalizers\":null}}");
                object.delete();
            }
        }
        kubernetes.resources(Tenant.class).withName(namespace).delete();
    }
}
