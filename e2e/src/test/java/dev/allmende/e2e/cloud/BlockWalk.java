package dev.allmende.e2e.cloud;

import static dev.allmende.e2e.cloud.Walk.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.volume.Backup;
import dev.allmende.openstack.volume.Snapshot;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume;
import java.util.Map;

/** A volume that grows, with a snapshot and a backup that is restored. */
record BlockWalk(Walk walk, Storage storage, Mark mark) {

    BlockWalk(Walk walk) {
        this(walk, new Storage(walk.member()), new Mark("volume-" + walk.run()));
    }

    void go() {
        var wish = storage.volumes()
                .marked(new Volume.Wish().name("allmende-walk").size(1).metadata(Map.of("a", "b")), mark);
        var volume = storage.volumes().create(wish).id();
        var made = walk.ready(storage.volumes(), volume);
        assertThat(storage.volumes().owned(mark)).extracting(Volume::id).containsExactly(volume);
        assertThat(storage.volumes().missing(wish, made)).isEmpty();
        assertThat(trouble(() -> {
                    storage.extend(volume, 1);
                    return "";
                }))
                .isEqualTo(Trouble.TERMINAL);
        assertThat(trouble(() -> {
                    storage.extend(volume, 9_999_999);
                    return "";
                }))
                .isEqualTo(Trouble.QUOTA);
        storage.extend(volume, 2);
        assertThat(walk.ready(storage.volumes(), volume).size()).isEqualTo(2);
        storage.change(storage.volumes(), made, new Volume.Wish().metadata(Map.of("c", "d")));
        assertThat(storage.volumes().find(volume).orElseThrow().metadata())
                .containsEntry("a", "b")
                .containsEntry("c", "d");
        storage.setMetadata(storage.volumes(), volume, Map.of("a", "z"));
        assertThat(storage.volumes().find(volume).orElseThrow().metadata()).isEqualTo(Map.of("a", "z"));
        snapshot(volume);
        backup(volume);
        storage.volumes().delete(volume);
        walk.gone(storage.volumes(), volume);
    }

    private void snapshot(String volume) {
        var snapshot = storage.snapshots()
                .create(new Snapshot.Wish().name("allmende-walk").volume(volume))
                .id();
        walk.ready(storage.snapshots(), snapshot);
        assertThat(trouble(() -> storage.volumes().delete(volume))).isEqualTo(Trouble.CONFLICT);
        storage.setMetadata(storage.snapshots(), snapshot, Map.of("c", "d"));
        var kept = storage.snapshots().find(snapshot).orElseThrow();
        assertThat(kept.metadata()).containsEntry("c", "d");
        var changes = new Snapshot.Wish().name("renamed").metadata(Map.of("e", "f"));
        assertThat(storage.change(storage.snapshots(), kept, changes).name()).isEqualTo("renamed");
        assertThat(storage.snapshots().find(snapshot).orElseThrow().metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of("c", "d", "e", "f"));
        storage.snapshots().delete(snapshot);
        walk.gone(storage.snapshots(), snapshot);
    }

    private void backup(String volume) {
        var backup = storage.backups()
                .create(new Backup.Wish().name("allmende-walk").volume(volume))
                .id();
        assertThat(walk.settled(storage.backups(), backup).state()).isInstanceOf(State.Ready.class);
        walk.ready(storage.volumes(), volume);
        var restored = storage.restore(backup, "allmende-walk-restored");
        walk.ready(storage.volumes(), restored);
        walk.ready(storage.backups(), backup);
        storage.volumes().delete(restored);
        storage.backups().delete(backup);
        walk.gone(storage.volumes(), restored);
        walk.gone(storage.backups(), backup);
    }
}
