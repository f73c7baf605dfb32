package dev.allmende.central.volume;

import dev.allmende.api.Condition;
import dev.allmende.api.Status;
import dev.allmende.api.image.Image;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeSeen;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.api.storage.VolumeSource;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of volumes. */
public final class VolumeWiring {

    private VolumeWiring() {}

    public static Controller<Volume, Status<VolumeSeen>> controller(Keeping keeping) {
        return keeping.controller(
                Volume.class,
                new VolumeRecipe(keeping.references(), new Retypes()),
                List.of(
                        Dependency.on(Image.class, volume -> source(volume).map(VolumeSource::imageRef)),
                        Dependency.on(Volume.class, volume -> source(volume).map(VolumeSource::volumeRef)),
                        Dependency.on(
                                VolumeSnapshot.class, volume -> source(volume).map(VolumeSource::snapshotRef)),
                        Dependency.on(
                                VolumeBackup.class, volume -> source(volume).map(VolumeSource::backupRef))));
    }

    /** What it is made from is needed until it is made, and no longer. */
    private static Stream<VolumeSource> source(Volume volume) {
        var isMade = volume.getStatus() != null && Condition.isReady(volume.getStatus());
        return isMade ? Stream.empty() : Stream.ofNullable(volume.getSpec().source());
    }
}
