package dev.allmende.central.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.ControllerHost.Election;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How clouds behave, whichever API their objects are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CloudBehaviour {

    private static final int PATIENCE_SECONDS = 90;

    private final String namespace = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private KubernetesClient kubernetes;
    private DevCloud openstack;
    private ControllerHost host;

    abstract KubernetesClient connect();

    @BeforeAll
    void start() {
        kubernetes = connect();
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        openstack = DevCloud.start(Scenario.named("good"));
        host = host(kubernetes, Optional.empty());
    }

    @AfterAll
    void stop() {
        clouds().forEach(cloud -> kubernetes.resource(cloud).delete());
        kubernetes.namespaces().withName(namespace).delete();
        host.close();
        openstack.close();
        kubernetes.close();
        assertThat(problems).isEmpty();
    }

    private ControllerHost host(KubernetesClient kubernetes, Optional<Election> election) {
        var options = ClientOptions.standard("test");
        var mirror = new Mirror(kubernetes, namespace);
        return ControllerHost.start(
                mirror,
                List.of(CloudWiring.controller(mirror, options)),
                new ControllerHost.Options(election, Clock.systemUTC(), problems::add));
    }

    @Test
    void becomesReadyAndShowsItsCatalog() {
        secret("good-login", "demo-password");
        create("good", null, null, "good-login");

        var cloud = await("good", this::isReady);

        var status = cloud.getStatus();
        assertThat(status.user()).isEqualTo("demo");
        assertThat(status.serviceCount()).isEqualTo(status.services().size()).isGreaterThan(8);
        assertThat(status.services()).anySatisfy(service -> {
            assertThat(service.type()).isEqualTo("compute");
            assertThat(service.url()).startsWith(url());
        });
        assertThat(status.observedGeneration()).isEqualTo(1);
        assertThat(events(cloud)).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("Normal");
            assertThat(event.getReason()).isEqualTo("Available");
        });
    }

    @Test
    void saysWhatSecretItWaitsForAndWakesWhenThatComes() {
        create("early", null, null, "late-login");

        var waiting = ready(await("early", cloud -> reason(cloud).equals("WaitingFor")));
        assertThat(waiting.message())
                .startsWith("Secret " + namespace + "/late-login is not there: make it with applicationCredentialID");

        secret("late-login", "demo-password");

        await("early", this::isReady);
    }

    @Test
    void aWrongPasswordIsToldWithoutItAndHealsWhenTheSecretIsChanged() {
        secret("bad-login", "wrong-password");
        create("bad", null, null, "bad-login");

        var refused = await("bad", cloud -> reason(cloud).equals("Unauthorized"));
        assertThat(ready(refused).message()).contains(url()).doesNotContain("wrong-password");
        assertThat(Condition.find(refused.getStatus().conditions(), Condition.PROGRESSING))
                .hasValueSatisfying(
                        progressing -> assertThat(progressing.isTrue()).isFalse());

        secret("bad-login", "demo-password");

        await("bad", this::isReady);
    }

    @Test
    void aSecretWithoutALoginIsToldWithWhatItHas() {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("empty-login")
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToStringData("passwort", "geheim")
                        .build())
                .create();
        create("empty", null, null, "empty-login");

        var cloud = await("empty", seen -> reason(seen).equals("InvalidSpec"));

        assertThat(ready(cloud).message()).endsWith("it has [passwort]").doesNotContain("geheim");
    }

    @Test
    void aRegionThatIsNotInTheCatalogIsToldWithThoseThatAre() {
        secret("region-login", "demo-password");
        create("elsewhere", "Atlantis", null, "region-login");

        var cloud = await("elsewhere", seen -> reason(seen).equals("InvalidSpec"));

        assertThat(ready(cloud).message()).contains("region 'Atlantis'").contains("RegionOne");
    }

    @Test
    void aBundleWithoutACertificateIsTold() {
        secret("ca-login", "demo-password");
        create("ca", null, "-----BEGIN CERTIFICATE-----\nnothing\n", "ca-login");

        var cloud = await("ca", seen -> reason(seen).equals("InvalidSpec"));

        assertThat(ready(cloud).message()).contains("the CA bundle holds no certificate in PEM form");
    }

    @Test
    void anotherProcessTakesOverAtOnceWhenTheLeaderEnds() throws InterruptedException {
        var first = other("one");
        await(first, "allmende_controllers_leading 1");
        var second = other("two");
        assertThat(second.figures().text()).contains("allmende_controllers_leading 0");
        assertThat(holder()).isEqualTo("one");

        first.close();

        // given back, and perhaps taken already: nobody waits until the Lease is over
        assertThat(holder()).isIn("", "two");
        await(second, "allmende_controllers_leading 1");
        secret("after-login", "demo-password");
        create("after", null, null, "after-login");
        await(second, "allmende_reconciliation_seconds_count{kind=\"Cloud\",outcome=\"ready\"}");
        second.close();
    }

    private String holder() {
        return kubernetes
                .leases()
                .inNamespace(namespace)
                .withName("allmende-controllers")
                .get()
                .getSpec()
                .getHolderIdentity();
    }

    private ControllerHost other(String identity) {
        return host(connect(), Optional.of(new Election(identity, () -> {})));
    }

    private static void await(ControllerHost host, String line) throws InterruptedException {
        for (int left = PATIENCE_SECONDS * 10;
                left > 0 && !host.figures().text().contains(line);
                left--) {
            Thread.sleep(Duration.ofMillis(100));
        }
        assertThat(host.figures().text()).contains(line);
    }

    private String url() {
        return openstack.url();
    }

    private void create(String name, @Nullable String region, @Nullable String ca, String secret) {
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(full(name)).build());
        cloud.setSpec(new CloudSpec(url() + "/identity/v3", region, ca, new SecretReference(secret)));
        kubernetes.resource(cloud).create();
    }

    private void secret(String name, String password) {
        var data = Map.of("username", "demo", "password", password, "projectName", "demo");
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToStringData(data)
                        .build())
                .createOr(NonDeletingOperation::update);
    }

    /** Clouds have no namespace: their names must be this test's own. */
    private String full(String name) {
        return namespace + "-" + name;
    }

    private List<Cloud> clouds() {
        return kubernetes.resources(Cloud.class).list().getItems().stream()
                .filter(cloud -> cloud.getMetadata().getName().startsWith(namespace))
                .toList();
    }

    private Cloud await(String name, Predicate<Cloud> wanted) {
        return kubernetes
                .resources(Cloud.class)
                .withName(full(name))
                .waitUntilCondition(
                        cloud -> cloud != null && cloud.getStatus() != null && wanted.test(cloud),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static Condition ready(Cloud cloud) {
        return Condition.find(cloud.getStatus().conditions(), Condition.READY).orElseThrow();
    }

    private boolean isReady(Cloud cloud) {
        return ready(cloud).isTrue();
    }

    private static String reason(Cloud cloud) {
        return ready(cloud).reason();
    }

    private List<Event> events(Cloud cloud) {
        return kubernetes.v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> cloud.getMetadata()
                        .getUid()
                        .equals(event.getInvolvedObject().getUid()))
                .toList();
    }
}
