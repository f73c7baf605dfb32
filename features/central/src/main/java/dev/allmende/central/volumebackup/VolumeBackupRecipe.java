package dev.allmende.central.volumebackup;

import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSeen;
import dev.allmende.api.storage.VolumeBackupSpec;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Backup;
import dev.allmende.openstack.volume.Backup.Wish;
import dev.allmende.openstack.volume.Storage;
import java.util.List;

/** What is particular to backups: the answers about new ones say little, and one stands on the other. */
record VolumeBackupRecipe(References references) implements Recipe<VolumeBackup, VolumeBackupSeen, Wish, Backup> {

    @Override
    public Sought<Resources<Wish, Backup>> in(Cloud cloud, VolumeBackup backup) {
        return Sought.of(new Storage(cloud).backups());
    }

    @Override
    public Sought<Wish> sought(VolumeBackup backup) {
        var spec = backup.getSpec();
        var wish = spec.metadata() == null ? new Wish() : new Wish().metadata(spec.metadata());
        return References.isMade(backup) || spec.volumeRef() == null
                ? Sought.of(wish)
                : references
                        .id(Volume.class, backup, spec.volumeRef())
                        .map(volume -> first(wish, spec).volume(volume))
                        .then(begun -> ofSnapshot(backup, begun));
    }

    /** Force: also of a volume that a server uses. */
    private static Wish first(Wish wish, VolumeBackupSpec spec) {
        var first = wish.force();
        first = spec.incremental() == null ? first : first.incremental(spec.incremental());
        return spec.container() == null ? first : first.container(spec.container());
    }

    private Sought<Wish> ofSnapshot(VolumeBackup backup, Wish wish) {
        var snapshot = backup.getSpec().snapshotRef();
        return snapshot == null
                ? Sought.of(wish)
                : references.id(VolumeSnapshot.class, backup, snapshot).map(wish::snapshot);
    }

    @Override
    public Backup make(Cloud cloud, Resources<Wish, Backup> backups, Wish wanted) {
        return whole(backups, backups.create(wanted));
    }

    @Override
    public Backup send(Cloud cloud, Resources<Wish, Backup> backups, Backup thing, Wish changes) {
        return whole(backups, backups.update(thing.id(), changes));
    }

    private static Backup whole(Resources<Wish, Backup> backups, Backup answer) {
        return backups.find(answer.id())
                .orElseThrow(() -> new IllegalStateException("backup %s is gone already".formatted(answer.id())));
    }

    @Override
    public List<Change> undo(VolumeBackup backup, Cloud cloud, Backup thing) {
        if (thing.hasDependents()) {
            throw new OpenStackException(
                    OpenStackException.Kind.CONFLICT,
                    "later incremental backups stand on backup %s: delete those first".formatted(thing.id()));
        }
        return List.of();
    }

    @Override
    public VolumeBackupSeen seen(Backup thing) {
        return new VolumeBackupSeen(
                thing.status(),
                thing.size(),
                thing.volumeId(),
                thing.incremental(),
                thing.hasDependents(),
                thing.objectCount(),
                thing.dataTimestamp());
    }
}
