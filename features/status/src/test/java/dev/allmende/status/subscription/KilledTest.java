package dev.allmende.status.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.Messenger;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionSpec;
import dev.allmende.api.status.SubscriptionStatus;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.kit.Apply;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import dev.allmende.status.Stage;
import dev.allmende.status.Status;
import dev.allmende.status.board.Boards;
import dev.allmende.status.incident.IncidentWiring;
import dev.allmende.status.maintenance.MaintenanceWiring;
import dev.allmende.status.notice.Networks;
import dev.allmende.status.notice.Receiver;
import dev.allmende.status.notice.TestSmtp;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process dies between two lines: another actuator knows only what was written. */
@ExtendWith(ApiServerExtension.class)
class KilledTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: \\s*<([^>]+)>");
    private static final int MANY = 20;

    /** A namespace with one incident that a subscriber was not told of; nobody acts but the test. */
    private static final class Scene implements AutoCloseable {

        private final KubernetesClient kubernetes;
        private final String namespace;
        private final Mirror mirror;
        private final Boards boards;
        private final SubscriptionWiring wiring;
        private final ControllerHost host;
        private final Subscription subscription = new Subscription();

        Scene(KubernetesClient kubernetes, String namespace, Messenger messenger, SubscriptionSpec spec)
                throws InterruptedException {
            this.kubernetes = kubernetes;
            this.namespace = namespace;
            mirror = new Mirror(kubernetes, "default");
            InstantSource clock = InstantSource.fixed(NOON);
            boards = new Boards(mirror, clock);
            wiring = new SubscriptionWiring(mirror, boards, clock, Networks.and("127.0.0.0/8"));
            Stream.of(Messenger.class, Subscription.class, Secret.class).forEach(kind -> mirror.follow(kind, () -> {}));
            host = ControllerHost.start(
                    mirror,
                    Stream.concat(
                                    Status.definitions().stream(),
                                    Stream.of(StatusPage.class, Component.class, Subscription.class)
                                            .map(Definition::of))
                            .toList(),
                    List.of(IncidentWiring.controller(mirror), MaintenanceWiring.controller(mirror, clock)),
                    new ControllerHost.Options(Optional.empty(), clock, problem -> {
                        throw new AssertionError(problem);
                    }));
            Apply.unlessThere(
                    kubernetes,
                    new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build());
            secret("key");
            secret("accessToken");
            make(Stage.page("Our cloud"), "page");
            make(Post.component("disks"), "disks");
            make(Post.type(), "slow");
            make(messenger, "messenger");
            subscription.setSpec(spec);
            subscription.setStatus(SubscriptionStatus.UNSEEN.told(List.of(SubscriptionActuator.BEGUN)));
            make(subscription, "subscription");
            make(Post.incident("disks", null), "disks");
        }

        private void secret(String key) throws InterruptedException {
            var secret = new SecretBuilder()
                    .withNewMetadata()
                    .withName(namespace + "-" + key.toLowerCase(Locale.ROOT))
                    .withNamespace("default")
                    .withAnnotations(Map.of(PageSecrets.FOR, namespace))
                    .endMetadata()
                    .withStringData(Map.of(key, "secret"))
                    .build();
            await(kubernetes.resource(secret).create());
        }

        private void make(HasMetadata object, String name) throws InterruptedException {
            object.setMetadata(new ObjectMetaBuilder()
                    .withName(name)
                    .withNamespace(namespace)
                    .build());
            var made = kubernetes.resource(object).create();
            object.setMetadata(made.getMetadata());
            await(made);
        }

        private void await(HasMetadata made) throws InterruptedException {
            boards.await(() -> boards.shows(made), Duration.ofSeconds(20));
        }

        /** One look, of which what came is written. */
        Outcome<SubscriptionStatus> look(SubscriptionActuator actuator) throws InterruptedException {
            var outcome = actuator.act(subscription);
            subscription.setStatus(outcome.status());
            return outcome;
        }

        /** One look, and the process is gone before what came of it is written. */
        void lookAndDie(SubscriptionActuator actuator) throws InterruptedException {
            actuator.act(subscription);
        }

        void lookUntilAllIsTold(SubscriptionActuator actuator) throws InterruptedException {
            for (int i = 0; i < MANY; i++) {
                look(actuator);
            }
            assertThat(status().sending()).isNull();
        }

        SubscriptionActuator process() {
            return wiring.actuator();
        }

        SubscriptionStatus status() {
            return Objects.requireNonNull(subscription.getStatus());
        }

        @Override
        public void close() {
            host.close();
        }
    }

    private static SubscriptionSpec mail() {
        return SubscriptionSpec.mail("ada@example.com", List.of(), "en").confirmed("2026-11-26T10:00:00Z");
    }

    private static String id(String letter) {
        var matcher = MESSAGE_ID.matcher(letter);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void aMailThatWentOutBeforeACrashIsNotSentTwice(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var scene = new Scene(kubernetes, "skip", Post.messenger(smtp.port(), AfterCrash.SKIP, ""), mail())) {
            var first = scene.process();
            scene.look(first);
            assertThat(scene.status().sending()).isNotNull();
            assertThat(smtp.letters()).isEmpty();
            scene.lookAndDie(first);
            assertThat(smtp.letters()).hasSize(1);
            scene.lookUntilAllIsTold(scene.process());
            assertThat(smtp.letters()).hasSize(1);
            assertThat(scene.status().uncertain()).isEqualTo(1);
        }
    }

    @Test
    void aMailMayBeSentAgainUnderTheSameIdentifierInsteadOfBeingLost(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var scene =
                        new Scene(kubernetes, "repeat", Post.messenger(smtp.port(), AfterCrash.REPEAT, ""), mail())) {
            var first = scene.process();
            scene.look(first);
            scene.lookAndDie(first);
            scene.lookUntilAllIsTold(scene.process());
            assertThat(smtp.letters()).hasSize(2);
            assertThat(id(smtp.letters().getFirst()))
                    .isEqualTo(id(smtp.letters().getLast()));
            assertThat(scene.status().uncertain()).isZero();
        }
    }

    @Test
    void aMailWhoseBeginWasNotWrittenIsSentByTheNextProcess(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var scene = new Scene(kubernetes, "begin", Post.messenger(smtp.port(), AfterCrash.SKIP, ""), mail())) {
            scene.lookAndDie(scene.process());
            scene.lookUntilAllIsTold(scene.process());
            assertThat(smtp.letters()).hasSize(1);
            assertThat(scene.status().sent()).isEqualTo(1);
        }
    }

    @Test
    void aRecordThatIsNotYetSeenDoesNotSendTwice(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var scene =
                        new Scene(kubernetes, "stale", Post.messenger(smtp.port(), AfterCrash.REPEAT, ""), mail())) {
            var process = scene.process();
            scene.look(process);
            scene.lookAndDie(process); // the write was refused, the process lives
            scene.lookUntilAllIsTold(process);
            assertThat(smtp.letters()).hasSize(1);
        }
    }

    @Test
    void aWebhookIsSentAgainUnderTheSameIdentifier(KubernetesClient kubernetes) throws Exception {
        try (var receiver = new Receiver();
                var scene = new Scene(
                        kubernetes,
                        "hook",
                        Post.messenger(1, AfterCrash.SKIP, ""),
                        new SubscriptionSpec(
                                null,
                                new SubscriptionSpec.Webhook(receiver.address(), new SecretReference("hook-key")),
                                null,
                                List.of(),
                                List.of(),
                                null,
                                null))) {
            scene.lookAndDie(scene.process());
            scene.lookUntilAllIsTold(scene.process());
            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests().stream()
                            .map(request -> request.headers().get("webhook-id"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aRoomGetsARepeatedNoticeUnderTheSameTransaction(KubernetesClient kubernetes) throws Exception {
        try (var receiver = new Receiver();
                var scene = new Scene(
                        kubernetes,
                        "room",
                        matrix("room", receiver),
                        new SubscriptionSpec(
                                null,
                                null,
                                new SubscriptionSpec.Room("!abc:example.org"),
                                List.of(),
                                List.of(),
                                null,
                                null))) {
            scene.lookAndDie(scene.process());
            scene.lookUntilAllIsTold(scene.process());
            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests().stream().map(Receiver.Request::path).distinct())
                    .hasSize(1);
        }
    }

    private static Messenger matrix(String namespace, Receiver receiver) {
        var messenger = Post.messenger(1, AfterCrash.SKIP, receiver.address());
        var spec = messenger.getSpec();
        messenger.setSpec(new MessengerSpec(
                spec.address(),
                spec.signUp(),
                spec.email(),
                new MessengerSpec.Matrix(receiver.address(), new SecretReference(namespace + "-accesstoken"))));
        return messenger;
    }

    @Test
    void aSecretThatIsNotForTheNamespaceIsNotUsed(KubernetesClient kubernetes) throws Exception {
        try (var receiver = new Receiver();
                var scene = new Scene(
                        kubernetes,
                        "mine",
                        Post.messenger(1, AfterCrash.SKIP, ""),
                        new SubscriptionSpec(
                                null,
                                new SubscriptionSpec.Webhook(receiver.address(), new SecretReference("theirs")),
                                null,
                                List.of(),
                                List.of(),
                                null,
                                null))) {
            scene.await(kubernetes
                    .resource(new SecretBuilder()
                            .withNewMetadata()
                            .withName("theirs")
                            .withNamespace("default")
                            .endMetadata()
                            .withStringData(Map.of("key", "secret"))
                            .build())
                    .create());
            var outcome = scene.look(scene.process());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Busy.class,
                            busy -> assertThat(busy.message()).contains("lacks the annotation"));
            assertThat(receiver.requests()).isEmpty();
        }
    }
}
