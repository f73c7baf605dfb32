package dev.allmende.status.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.Probe;
import dev.allmende.api.status.Subscription;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file of examples/ can be applied as it stands, and its page shows what it says. */
@ExtendWith(ApiServerExtension.class)
class ExamplesTest {

    private static final Path EXAMPLE = Path.of("..", "..", "examples", "status-page.yaml");
    private static final Instant AFTER = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void theExampleIsTakenAndShown(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "status", InstantSource.fixed(AFTER))) {
            var made = apply(kubernetes);
            assertThat(made.stream().map(GenericKubernetesResource::getKind).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            "StatusPage",
                            "ImpactType",
                            "Component",
                            "Incident",
                            "Maintenance",
                            "Probe",
                            "Messenger",
                            "Subscription");
            assertThat(stage.status.boards().await(() -> shown(stage).contains("Switches are updated"), PATIENCE))
                    .isTrue();
            assertThat(shown(stage)).contains("Volumes answer slowly", "Infrastructure", "Network");
            assertThat(Stage.text(stage.get("/status/status/?lang=de")))
                    .contains("Beispielwolke", "Datenträger antworten langsam", "Netz");
            assertThat(stage.get("/status/status/maintenance").code()).isEqualTo(200);
            kubernetes
                    .resources(Probe.class)
                    .inNamespace("status")
                    .withName("network")
                    .waitUntilCondition(
                            probe -> probe != null && probe.getStatus() != null,
                            PATIENCE.toSeconds(),
                            TimeUnit.SECONDS);
            kubernetes
                    .resources(Subscription.class)
                    .inNamespace("status")
                    .withName("operations")
                    .waitUntilCondition(
                            each -> each != null && each.getStatus() != null, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** As kubectl does: a field that no kind has is refused. */
    private static List<GenericKubernetesResource> apply(KubernetesClient kubernetes) throws IOException {
        var objects = Arrays.stream(Files.readString(EXAMPLE).split("\n---\n", 0))
                .map(each -> kubernetes.getKubernetesSerialization().unmarshal(each, GenericKubernetesResource.class))
                .toList();
        objects.forEach(object -> kubernetes
                .resource(object)
                .inNamespace("status")
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .create());
        return objects;
    }

    private static String shown(Stage stage) {
        try {
            return Stage.text(stage.get("/status/status/")) + Stage.text(stage.get("/status/status/maintenance"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
