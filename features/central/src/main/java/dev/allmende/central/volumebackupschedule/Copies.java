package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.Condition;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import dev.allmende.api.storage.VolumeBackupSpec;
import dev.allmende.central.keep.Marks;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The objects of a schedule's backups. */
record Copies(Mirror mirror) {

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

    /** Those of the same volume that have the schedule's label, old ones first. */
    List<Copy> of(VolumeBackupSchedule schedule) {
        var name = schedule.getMetadata().getName();
        var volume = schedule.getSpec().volumeRef();
        return mirror.list(VolumeBackup.class, schedule.getMetadata().getNamespace()).stream()
                .filter(backup ->
                        Marks.label(backup, VolumeBackupSchedule.LABEL).equals(name))
                .filter(backup -> volume.equals(backup.getSpec().volumeRef()))
                .map(Copy::of)
                .sorted(Comparator.comparing(Copy::at).thenComparing(Copy::name))
                .toList();
    }

    Optional<VolumeBackup> find(VolumeBackupSchedule schedule, Copy copy) {
        return mirror.find(VolumeBackup.class, schedule.getMetadata().getNamespace(), copy.name());
    }

    /** What is known of why a backup is not ready. */
    String told(VolumeBackupSchedule schedule, Copy copy) {
        return find(schedule, copy)
                .flatMap(backup -> Optional.ofNullable(backup.getStatus()))
                .flatMap(status -> Condition.find(status.conditions(), Condition.READY))
                .map(ready -> ": %s, %s".formatted(ready.reason(), ready.message()))
                .orElse("");
    }

    /** Makes one. Its name comes of its time: a look that was cut off makes no second one. */
    Copy make(VolumeBackupSchedule schedule, Instant at, boolean incremental) {
        var spec = schedule.getSpec();
        var backup = new VolumeBackup();
        backup.setMetadata(new ObjectMetaBuilder()
                .withName(schedule.getMetadata().getName() + "-" + MINUTE.format(at))
                .withNamespace(schedule.getMetadata().getNamespace())
                .addToLabels(VolumeBackupSchedule.LABEL, schedule.getMetadata().getName())
                .addToAnnotations(VolumeBackupSchedule.SCHEDULED_AT, at.toString())
                .build());
        backup.setSpec(new VolumeBackupSpec(
                ManagementPolicy.MANAGED,
                null,
                DriftPolicy.REPORT,
                null,
                null,
                null,
                spec.volumeRef(),
                null,
                incremental,
                spec.container(),
                spec.metadata()));
        Apply.unlessThere(mirror.kubernetes(), backup);
        return new Copy(backup.getMetadata().getName(), at, incremental, State.IN_PROGRESS, false);
    }

    /** Deletes one. It holds data, so it is protected until its schedule, which keeps it no longer, says otherwise. */
    void delete(VolumeBackupSchedule schedule, Copy copy) {
        var backup = mirror.kubernetes()
                .resources(VolumeBackup.class)
                .inNamespace(schedule.getMetadata().getNamespace())
                .withName(copy.name());
        if (backup.get() != null) {
            backup.patch(MERGE, "{\"spec\":{\"deletionPolicy\":\"Delete\"}}");
            backup.delete();
        }
    }
}
