package dev.allmende.central.volumesnapshot;

import dev.allmende.api.Status;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.api.storage.VolumeSnapshotSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of snapshots: a volume stays as long as it has some. */
public final class VolumeSnapshotWiring {

    private VolumeSnapshotWiring() {}

    public static Controller<VolumeSnapshot, Status<VolumeSnapshotSeen>> controller(Keeping keeping) {
        return keeping.controller(
                VolumeSnapshot.class,
                new VolumeSnapshotRecipe(keeping.references()),
                List.of(Dependency.on(
                        Volume.class,
                        snapshot -> Stream.ofNullable(snapshot.getSpec().volumeRef()))));
    }
}
