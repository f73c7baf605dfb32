package dev.allmende.central.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.Keycloak;
import dev.allmende.central.keycloak.Login;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.javaoperatorsdk.operator.Operator;
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

    private static final Pace QUICK = new Pace(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(300));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final KubernetesClient kubernetes;
    final String namespace = "team-" + Long.toHexString(System.nanoTime());
    private Optional<Operator> operator = Optional.empty();

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
        start();
    }

    /** Our definitions, as the build made them. */
    static void define(KubernetesClient kubernetes) {
        for (var plural : List.of("realms", "clients", "groups", "roles", "users", "identityproviders")) {
            var file = "/META-INF/fabric8/" + plural + "." + Identity.GROUP + "-v1.yml";
            var definition =
                    kubernetes.load(Stage.class.getResourceAsStream(file)).items();
            definition.forEach(item -> kubernetes.resource(item).serverSideApply());
        }
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
        start(QUICK);
    }

    void start(Pace pace) {
        var running = new Operator(settings -> settings.withKubernetesClient(kubernetes)
                .withCloseClientOnStop(false)
                .withStopOnInformerErrorDuringStartup(true));
        IdentityControllers.register(running, pace, Clock.systemUTC());
        running.start();
        operator = Optional.of(running);
    }

    void stop() {
        operator.ifPresent(Operator::stop);
        operator = Optional.empty();
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
                .withGroup(Identity.GROUP)
                .withVersion(Identity.VERSION)
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

    /** Takes the namespace's resources away, so that controllers have nothing more to do in it. */
    @Override
    public void close() {
        stop();
    }
}
