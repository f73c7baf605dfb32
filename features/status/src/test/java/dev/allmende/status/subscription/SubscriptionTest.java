package dev.allmende.status.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.Incident;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionStatus.State;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.notice.TestSmtp;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class SubscriptionTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
    private static final Pattern CONFIRM = Pattern.compile("subscribe/confirm\\?s=(?:3D)?([^&\\s]+)&t=(?:3D)?(\\S+)");
    private static final Pattern END = Pattern.compile("List-Unsubscribe: \\s*<" + Post.ADDRESS + "([^>]+)>");

    private static Stage stage(KubernetesClient kubernetes, String namespace, TestSmtp smtp) throws Exception {
        var stage = new Stage(kubernetes, namespace, NOON);
        stage.make(Stage.page("Our cloud"), "page");
        stage.make(Post.component("disks"), "disks");
        stage.make(Post.component("lines"), "lines");
        stage.make(Post.type(), "slow");
        stage.make(Post.messenger(smtp.port(), AfterCrash.SKIP, ""), "messenger");
        return stage;
    }

    private static Optional<Subscription> only(Stage stage) {
        return stage.kubernetes.resources(Subscription.class).inNamespace(stage.namespace).list().getItems().stream()
                .findFirst();
    }

    private static void await(Stage stage, Predicate<Subscription> condition) {
        stage.kubernetes
                .resources(Subscription.class)
                .inNamespace(stage.namespace)
                .withName(only(stage).orElseThrow().getMetadata().getName())
                .waitUntilCondition(
                        it -> it != null && it.getStatus() != null && condition.test(it), 20, TimeUnit.SECONDS);
    }

    private static String group(Pattern pattern, String text, int group) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }

    @Test
    void aReaderSubscribesConfirmsIsToldOnceAndEndsItWithOneRequest(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var stage = stage(kubernetes, "journey", smtp)) {
            var root = "/status/journey/";
            assertThat(Stage.text(stage.get(root + "subscribe"))).contains("E-mail address", "value=\"disks\"");
            assertThat(Stage.text(stage.get(root + "subscribe?lang=de"))).contains("E-Mail-Adresse");
            assertThat(stage.ask("POST", root + "subscribe", "address=eve%0d%0aBcc:x@y")
                            .code())
                    .isEqualTo(400);
            assertThat(stage.ask("POST", root + "subscribe", "address=ada%40example.com&component=disks")
                            .code())
                    .isEqualTo(200);
            await(
                    stage,
                    it -> it.getStatus().state() == State.PENDING
                            && it.getStatus().sent() == 1);
            var question = smtp.letters().getFirst();
            assertThat(question).contains("To: ada@example.com").doesNotContain("List-Unsubscribe");
            var query = "?s=" + group(CONFIRM, question, 1) + "&t=" + group(CONFIRM, question, 2);

            assertThat(stage.get(root + "subscribe/confirm" + query + "x").code())
                    .isEqualTo(404);
            assertThat(Stage.text(stage.get(root + "subscribe/confirm" + query)))
                    .contains("Yes, send them");
            assertThat(only(stage).orElseThrow().getSpec().confirmedAt()).isNull();
            assertThat(stage.ask("POST", root + "subscribe/confirm" + query, "").code())
                    .isEqualTo(200);
            await(stage, it -> it.getStatus().state() == State.ACTIVE);

            stage.make(Post.incident("lines", null), "lines");
            stage.make(Post.incident("disks", null), "disks");
            await(stage, it -> it.getStatus().sent() == 2);
            edit(stage, Post.incident("disks", "2026-11-26T11:59:00Z"));
            await(stage, it -> it.getStatus().sent() == 3 && it.getStatus().sending() == null);
            assertThat(smtp.letters()).hasSize(3);
            assertThat(smtp.letters().get(1)).contains("Subject: [Our cloud] New: Trouble of disks");
            assertThat(smtp.letters().get(2)).contains("Subject: [Our cloud] Resolved: Trouble of disks");

            var end = group(END, smtp.letters().get(2).replaceAll("\\n[ \\t]+", " "), 1);
            assertThat(Stage.text(stage.get(root + end))).contains("End them");
            assertThat(only(stage)).isPresent();
            assertThat(stage.ask("POST", root + end, "List-Unsubscribe=One-Click")
                            .code())
                    .isEqualTo(200);
            assertThat(only(stage)).isEmpty();
            assertThat(smtp.letters()).hasSize(3);
        }
    }

    private static void edit(Stage stage, Incident incident) {
        stage.change(Incident.class, "disks", old -> {
            incident.setMetadata(old.getMetadata());
            return incident;
        });
    }

    @Test
    void whoAsksTooOftenIsRefusedAndOneAddressIsAskedOnce(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var stage = stage(kubernetes, "often", smtp)) {
            for (int i = 0; i < 5; i++) {
                assertThat(stage.ask("POST", "/status/often/subscribe", "address=bob%40example.com")
                                .code())
                        .isEqualTo(200);
            }
            assertThat(stage.ask("POST", "/status/often/subscribe", "address=bob%40example.com")
                            .code())
                    .isEqualTo(429);
            await(
                    stage,
                    it -> it.getStatus().state() == State.PENDING
                            && it.getStatus().sent() == 1);
            assertThat(smtp.letters()).hasSize(1);
        }
    }

    @Test
    void aServerThatTakesNothingNowIsTriedAgainLater(KubernetesClient kubernetes) throws Exception {
        try (var smtp = new TestSmtp(Optional.empty());
                var stage = stage(kubernetes, "later", smtp)) {
            smtp.answers("451 not now");
            stage.ask("POST", "/status/later/subscribe", "address=bob%40example.com");
            await(stage, it -> it.getStatus().state() == State.FAILING);
            var trouble =
                    Objects.requireNonNull(only(stage).orElseThrow().getStatus().trouble());
            assertThat(trouble.again()).isEqualTo("2026-11-26T12:00:30Z");
            assertThat(smtp.letters()).isEmpty();
        }
    }
}
