package dev.allmende.central.volumesnapshot;

import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.api.storage.VolumeSnapshotSeen;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Snapshot;
import dev.allmende.openstack.volume.Snapshot.Wish;
import dev.allmende.openstack.volume.Storage;

/** What is particular to snapshots: their metadata changes by a call of its own. */
record VolumeSnapshotRecipe(References references)
        implements Recipe<VolumeSnapshot, VolumeSnapshotSeen, Wish, Snapshot> {

    @Override
    public Sought<Resources<Wish, Snapshot>> in(Cloud cloud, VolumeSnapshot snapshot) {
        return Sought.of(new Storage(cloud).snapshots());
    }

    @Override
    public Sought<Wish> sought(VolumeSnapshot snapshot) {
        var spec = snapshot.getSpec();
        var wish = spec.metadata() == null ? new Wish() : new Wish().metadata(spec.metadata());
        return References.isMade(snapshot) || spec.volumeRef() == null
                ? Sought.of(wish)
                // force: what microversions before 3.66 want for a volume in use, and later ones take as read
                : references
                        .id(Volume.class, snapshot, spec.volumeRef())
                        .map(volume -> wish.volume(volume).force());
    }

    @Override
    public Snapshot send(Cloud cloud, Resources<Wish, Snapshot> snapshots, Snapshot thing, Wish changes) {
        return new Storage(cloud).change(snapshots, thing, changes);
    }

    @Override
    public VolumeSnapshotSeen seen(Snapshot thing) {
        return new VolumeSnapshotSeen(thing.status(), thing.size(), thing.volumeId());
    }
}
