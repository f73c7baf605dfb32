package dev.allmende.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.apiserver.junit.ApiServerExtension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class LoopTest {

    private static final int LOOKS = 200;

    private final List<Integer> found = new CopyOnWriteArrayList<>();

    @Test
    void aLookSeesTheStatusThatTheOneBeforeItWrote(KubernetesClient kubernetes) {
        var problems = new CopyOnWriteArrayList<String>();
        var mirror = new Mirror(kubernetes, "default");
        var options = new ControllerHost.Options(Optional.empty(), InstantSource.system(), problems::add);
        try (var _ = ControllerHost.start(mirror, List.of(counter()), options)) {
            kubernetes.resource(schedule()).create();
            kubernetes
                    .resources(VolumeBackupSchedule.class)
                    .inNamespace("default")
                    .withName("counted")
                    .waitUntilCondition(
                            seen -> seen != null
                                    && seen.getStatus() != null
                                    && seen.getStatus().kept() == LOOKS,
                            1,
                            TimeUnit.MINUTES);
        }
        assertThat(problems).isEmpty();
        assertThat(found).as("what looks began from").isSorted().doesNotHaveDuplicates();
    }

    /** Counts its looks in the status, one after the other as fast as it goes. */
    private Controller<VolumeBackupSchedule, VolumeBackupScheduleStatus> counter() {
        return new Controller<>(
                VolumeBackupSchedule.class,
                Definition.of(VolumeBackupSchedule.class),
                this::look,
                VolumeBackupScheduleStatus.UNSEEN,
                VolumeBackupScheduleStatus::with,
                Duration.ofHours(1),
                Optional.empty(),
                List.of());
    }

    private Outcome<VolumeBackupScheduleStatus> look(VolumeBackupSchedule schedule) {
        var before = Objects.requireNonNullElse(schedule.getStatus(), VolumeBackupScheduleStatus.UNSEEN);
        if (before.kept() == LOOKS) {
            return new Outcome.Ready<>(before, "counted");
        }
        found.add(before.kept());
        return new Outcome.Until<>(counted(before), "counts", Duration.ZERO);
    }

    private static VolumeBackupScheduleStatus counted(VolumeBackupScheduleStatus before) {
        return new VolumeBackupScheduleStatus(
                before.observedGeneration(),
                before.conditions(),
                before.activeSince(),
                before.nextAt(),
                before.lastScheduledAt(),
                before.lastSkippedAt(),
                before.lastSuccessfulAt(),
                before.kept() + 1,
                before.backups());
    }

    private static GenericKubernetesResource schedule() {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("storage.allmende.dev/v1alpha1")
                .withKind("VolumeBackupSchedule")
                .withNewMetadata()
                .withName("counted")
                .withNamespace("default")
                .endMetadata()
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "volumeRef",
                                Map.of("name", "x"),
                                "schedule",
                                "0 3 * * *",
                                "retention",
                                Map.of("keepLast", 1)))
                .build();
    }
}
