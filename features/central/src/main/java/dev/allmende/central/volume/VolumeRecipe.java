package dev.allmende.central.volume;

import dev.allmende.api.image.Image;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeMigration;
import dev.allmende.api.storage.VolumeSeen;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.api.storage.VolumeSource;
import dev.allmende.api.storage.VolumeSpec;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.FreeKeys;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is particular to volumes: size, type and metadata each change by a call of their own. */
record VolumeRecipe(References references, Retypes retypes)
        implements Recipe<Volume, VolumeSeen, Wish, dev.allmende.openstack.volume.Volume> {

    /** Cinder shows them among a volume's metadata (cinder/api/openstack/volume views, visible admin metadata; Zed). */
    private static final List<String> CINDERS = List.of("readonly", "attached_mode");

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.volume.Volume>> in(Cloud cloud, Volume volume) {
        return Sought.of(new Storage(cloud).volumes());
    }

    @Override
    public Sought<Wish> sought(Volume volume) {
        var spec = volume.getSpec();
        var wish = spec.metadata() == null ? new Wish() : new Wish().metadata(spec.metadata());
        var isMade = volume.getStatus() != null && volume.getStatus().id() != null;
        return isMade ? Sought.of(wish) : begun(volume, first(wish, spec));
    }

    private static Wish first(Wish wish, VolumeSpec spec) {
        var first = spec.size() == null ? wish : wish.size(spec.size());
        first = spec.type() == null ? first : first.type(spec.type());
        return spec.availabilityZone() == null ? first : first.zone(spec.availabilityZone());
    }

    private Sought<Wish> begun(Volume volume, Wish wish) {
        var source = volume.getSpec().source();
        return source == null ? Sought.of(wish) : begun(volume, wish, source);
    }

    private Sought<Wish> begun(Volume volume, Wish wish, VolumeSource source) {
        if (source.imageRef() != null) {
            return references.id(Image.class, volume, source.imageRef()).map(wish::image);
        }
        if (source.volumeRef() != null) {
            return references.id(Volume.class, volume, source.volumeRef()).map(wish::volume);
        }
        if (source.snapshotRef() != null) {
            return references
                    .id(VolumeSnapshot.class, volume, source.snapshotRef())
                    .map(wish::snapshot);
        }
        if (source.backupRef() != null) {
            return references.id(VolumeBackup.class, volume, source.backupRef()).map(wish::backup);
        }
        return Sought.of(wish);
    }

    @Override
    public dev.allmende.openstack.volume.Volume send(
            Cloud cloud,
            Resources<Wish, dev.allmende.openstack.volume.Volume> volumes,
            dev.allmende.openstack.volume.Volume thing,
            Wish changes) {
        return new Storage(cloud).change(volumes, thing, changes);
    }

    @Override
    public Sought<List<Change>> further(Volume volume, Cloud cloud, dev.allmende.openstack.volume.Volume thing) {
        var spec = volume.getSpec();
        var storage = new Storage(cloud);
        var changes = new ArrayList<Change>();
        var size = spec.size();
        if (size != null && size != thing.size()) {
            // a smaller one, which only an imported volume can ask for, is Cinder's to refuse: it says why
            changes.add(Change.of(
                    "size", size.toString(), Integer.toString(thing.size()), () -> storage.extend(thing.id(), size)));
        }
        retype(volume, storage, thing).ifPresent(changes::add);
        changes.addAll(FreeKeys.unwanted(
                spec.metadata(),
                thing.metadata(),
                CINDERS,
                keys -> storage.setMetadata(storage.volumes(), thing.id(), keys)));
        return Sought.of(List.copyOf(changes));
    }

    private Optional<Change> retype(Volume volume, Storage storage, dev.allmende.openstack.volume.Volume thing) {
        var type = volume.getSpec().type();
        if (type == null || isOf(thing, type)) {
            retypes.forget(volume);
            return Optional.empty();
        }
        if (retypes.isGivenUp(volume)) {
            return Optional.of(Change.hopeless("type", type, thing.type(), Retypes.told(type, thing.type())));
        }
        boolean migrate = volume.getSpec().migration() == VolumeMigration.ON_DEMAND;
        return Optional.of(Change.of("type", type, thing.type(), () -> {
            storage.retype(thing.id(), type, migrate);
            retypes.begun(volume);
        }));
    }

    private static boolean isOf(dev.allmende.openstack.volume.Volume thing, String type) {
        return thing.type().equals(type) || thing.text("volume_type_id").equals(type);
    }

    @Override
    public VolumeSeen seen(dev.allmende.openstack.volume.Volume thing) {
        return new VolumeSeen(
                thing.status(),
                thing.size(),
                thing.type(),
                thing.bootable(),
                thing.encrypted(),
                thing.zone(),
                thing.serverIds());
    }
}
