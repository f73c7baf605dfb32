package dev.allmende.central.volumebackup;

import dev.allmende.api.Condition;
import dev.allmende.api.Status;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSeen;
import dev.allmende.api.storage.VolumeBackupSpec;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of backups. */
public final class VolumeBackupWiring {

    private VolumeBackupWiring() {}

    public static Controller<VolumeBackup, Status<VolumeBackupSeen>> controller(Keeping keeping) {
        return keeping.controller(
                VolumeBackup.class,
                new VolumeBackupRecipe(keeping.references()),
                List.of(
                        Dependency.on(Volume.class, backup -> begun(backup).map(VolumeBackupSpec::volumeRef)),
                        Dependency.on(
                                VolumeSnapshot.class, backup -> begun(backup).map(VolumeBackupSpec::snapshotRef))));
    }

    /** What it is made from is needed until it is made: a backup is there for when its volume is gone. */
    private static Stream<VolumeBackupSpec> begun(VolumeBackup backup) {
        var isMade = backup.getStatus() != null && Condition.isReady(backup.getStatus());
        return isMade ? Stream.empty() : Stream.of(backup.getSpec());
    }
}
