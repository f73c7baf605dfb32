package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.central.tenant.Projects;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.volume.Backup;
import dev.allmende.openstack.volume.Storage;
import java.util.List;
import java.util.Optional;

/** Deletes backups that are not kept. */
record Sweep(Projects projects, Copies copies) {

    /**
     * @param surplus what the schedule does not keep
     * @return those that must stay since somebody else's increments stand on them
     */
    List<Copy> of(VolumeBackupSchedule schedule, List<Copy> surplus) {
        if (!surplus.isEmpty()
                && projects.of(schedule.getMetadata().getNamespace()) instanceof Projects.Open(var cloud, var boards)) {
            var needed = surplus.stream()
                    .filter(copy -> isNeeded(cloud, schedule, copy))
                    .toList();
            surplus.stream().filter(copy -> !needed.contains(copy)).forEach(copy -> copies.delete(schedule, copy));
            return needed;
        }
        return List.of();
    }

    /** The object may not have heard yet of what stands on its backup, or does not any more. */
    private boolean isNeeded(Cloud cloud, VolumeBackupSchedule schedule, Copy copy) {
        return copies.find(schedule, copy)
                .map(VolumeBackup::getStatus)
                .flatMap(status -> Optional.ofNullable(status.id()))
                .flatMap(new Storage(cloud).backups()::find)
                .filter(Backup::hasDependents)
                .isPresent();
    }
}
