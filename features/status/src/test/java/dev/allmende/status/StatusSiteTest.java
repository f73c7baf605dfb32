package dev.allmende.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Origin;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Boards;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class StatusSiteTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Incident incident(String begin, @Nullable String end, int severity) {
        var incident = new Incident();
        incident.setSpec(new IncidentSpec(
                "Disks are slow",
                null,
                List.of(),
                begin,
                end,
                null,
                List.of(new Impact(new ObjectReference("storage"), new ObjectReference("slow"), severity)),
                List.of(),
                null,
                Origin.PERSON));
        return incident;
    }

    @Test
    void whoWaitsForAPageWaitsOnThoughNothingHappens(KubernetesClient kubernetes) throws Exception {
        var quiet = new Boards(new Mirror(kubernetes, "default"), InstantSource.fixed(NOON));
        var asked = new AtomicInteger();
        assertThat(quiet.await(() -> asked.incrementAndGet() > 4, Duration.ofMinutes(1)))
                .isTrue();
        assertThat(quiet.await(() -> false, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aPageShowsWhatIsInItsNamespaceAsItIsNow(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "status", InstantSource.fixed(NOON))) {
            assertThat(stage.get("/status").code()).isEqualTo(404);
            stage.make(Stage.page("Our cloud"), "page");
            var storage = new Component();
            storage.setSpec(ComponentSpec.named("Volumes", "Infrastructure"));
            stage.make(storage, "storage");
            var slow = new ImpactType();
            slow.setSpec(ImpactTypeSpec.named("Slow"));
            stage.make(slow, "slow");

            assertThat(stage.get("/status").headers()).containsEntry("Location", "/status/status/");
            assertThat(severity(stage)).isEqualTo("operational");
            stage.make(incident("2026-11-26T13:00:00+01:00", null, 50), "now");
            assertThat(severity(stage)).isEqualTo("limited");
            stage.make(incident("2026-11-26T12:00:01Z", null, 100), "later");
            assertThat(severity(stage)).isEqualTo("limited");
        }
    }

    @Test
    void timesThatCannotBeAreRefusedWithTheReason(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "refused", InstantSource.fixed(NOON))) {
            assertThat(refusal(stage, incident("2026-11-26T12:00:00Z", "2026-11-26T12:30:00+01:00", 50)))
                    .contains("endedAt lies before beganAt");
            assertThat(refusal(stage, incident("2026-11-26T12:00:00Z", null, 0)))
                    .contains("severity 0 is maintenance");
        }
    }

    private static String refusal(Stage stage, Incident incident) throws InterruptedException {
        try {
            stage.make(incident, "refused");
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String severity(Stage stage) throws Exception {
        return new ObjectMapper()
                .readTree(stage.get("/status/status/summary.json").body())
                .at("/components/0/status")
                .asText();
    }
}
