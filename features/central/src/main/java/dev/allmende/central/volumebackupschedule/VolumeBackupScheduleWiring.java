package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Dependency.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of schedules. */
public final class VolumeBackupScheduleWiring {

    /** For what grows too old: all that is looked at is in memory. */
    private static final Duration RESYNC = Duration.ofMinutes(5);

    private VolumeBackupScheduleWiring() {}

    public static Controller<VolumeBackupSchedule, VolumeBackupScheduleStatus> controller(
            Keeping keeping, InstantSource clock) {
        var copies = new Copies(keeping.mirror());
        return new Controller<>(
                VolumeBackupSchedule.class,
                Definition.of(VolumeBackupSchedule.class),
                new VolumeBackupScheduleActuator(
                        keeping.references(), copies, new Sweep(keeping.projects(), copies), clock),
                VolumeBackupScheduleStatus.UNSEEN,
                VolumeBackupScheduleStatus::with,
                RESYNC,
                Optional.of(new VolumeBackupScheduleRemover(copies)),
                List.of(
                        // no schedule keeps a volume from going
                        new Dependency<>(Volume.class, VolumeBackupScheduleWiring::volume, false),
                        new Dependency<>(VolumeBackup.class, VolumeBackupScheduleWiring::backups, false),
                        new Dependency<>(Tenant.class, VolumeBackupScheduleWiring::tenant, false)));
    }

    private static Stream<Place> volume(VolumeBackupSchedule schedule) {
        return Stream.of(place(schedule, schedule.getSpec().volumeRef().name()));
    }

    private static Stream<Place> backups(VolumeBackupSchedule schedule) {
        return schedule.getStatus() == null
                ? Stream.empty()
                : schedule.getStatus().backups().stream().map(backup -> place(schedule, backup.name()));
    }

    private static Place place(VolumeBackupSchedule schedule, String name) {
        return new Place(schedule.getMetadata().getNamespace(), name);
    }

    private static Stream<Place> tenant(VolumeBackupSchedule schedule) {
        return Stream.of(new Place("", schedule.getMetadata().getNamespace()));
    }
}
