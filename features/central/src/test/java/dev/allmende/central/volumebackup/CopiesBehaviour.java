package dev.allmende.central.volumebackup;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.volume.Storage;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How snapshots and backups of volumes behave, whichever API their objects are in, and whichever cloud they are in. */
abstract class CopiesBehaviour extends Grounded {

    private Storage storage;

    @BeforeAll
    void start() {
        storage = new Storage(ground.cloud());
    }

    private GenericKubernetesResource volume(String name, Consumer<Map<String, Object>> more) {
        return ground.volume(name, spec -> {
            spec.put("size", 1);
            spec.put("deletionPolicy", "Delete");
            more.accept(spec);
        });
    }

    private GenericKubernetesResource snapshot(String name, String volume) {
        return ground.object(
                "storage", "VolumeSnapshot", name, spec -> spec.put("volumeRef", Ground.reference(volume)));
    }

    private GenericKubernetesResource backup(String name, String volume, Consumer<Map<String, Object>> more) {
        return ground.object("storage", "VolumeBackup", name, spec -> {
            spec.put("volumeRef", Ground.reference(volume));
            spec.put("deletionPolicy", "Delete");
            more.accept(spec);
        });
    }

    @Test
    void aVolumeStaysWhileItHasSnapshotsAndAnotherBeginsWithOne() {
        ground.create(volume("twin", spec -> spec.put("source", Map.of("snapshotRef", Ground.reference("moment")))));
        ground.create(snapshot("moment", "first"));
        var waiting = ground.await(
                VolumeSnapshot.class, "moment", seen -> reason(seen).equals("WaitingFor"));
        assertThat(ready(waiting).message()).isEqualTo("Volume first is not there");

        ground.create(volume("first", spec -> {}));

        var moment = ground.await(VolumeSnapshot.class, "moment", Ground::isReady);
        var first = ground.await(
                Volume.class, "first", seen -> !seen.getStatus().usedBy().isEmpty());
        assertThat(first.getStatus().usedBy()).containsExactly("VolumeSnapshot moment");
        assertThat(observed(moment).volumeID()).isEqualTo(id(first));
        assertThat(observed(moment).size()).isEqualTo(1);
        var twin = ground.await(Volume.class, "twin", Ground::isReady);
        assertThat(storage.volumes().find(id(twin)).orElseThrow().text("snapshot_id"))
                .isEqualTo(id(moment));

        ground.delete(Volume.class, "first");
        var held = ground.await(Volume.class, "first", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(held).message()).isEqualTo("still used by VolumeSnapshot moment");
        ground.delete(Volume.class, "twin");
        ground.awaitGone(Volume.class, "twin");
        ground.delete(VolumeSnapshot.class, "moment");
        ground.awaitGone(VolumeSnapshot.class, "moment");
        ground.awaitGone(Volume.class, "first");
        assertThat(storage.snapshots().find(id(moment))).isEmpty();
    }

    @Test
    void aBackupIsProtectedOutlivesItsVolumeAndBringsItBack() {
        ground.create(volume("lost", spec -> {}));
        ground.create(ground.object(
                "storage", "VolumeBackup", "kept", spec -> spec.put("volumeRef", Ground.reference("lost"))));
        var kept = ground.await(VolumeBackup.class, "kept", Ground::isReady);
        assertThat(observed(kept).size()).isEqualTo(1);
        assertThat(observed(kept).incremental()).isFalse();
        assertThat(storage.backups().find(id(kept)).orElseThrow().name()).isEqualTo("kept");

        ground.delete(Volume.class, "lost");
        ground.awaitGone(Volume.class, "lost");

        ground.create(volume("found", spec -> spec.put("source", Map.of("backupRef", Ground.reference("kept")))));
        ground.await(Volume.class, "found", Ground::isReady);

        ground.delete(VolumeBackup.class, "kept");
        var held = ground.await(VolumeBackup.class, "kept", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(held).message()).startsWith("protected: set spec.deletionPolicy");
        ground.change(VolumeBackup.class, "kept", "deletionPolicy", "Delete");
        ground.awaitGone(VolumeBackup.class, "kept");
        assertThat(storage.backups().find(id(kept))).isEmpty();
    }

    @Test
    void aBackupStaysWhileAnIncrementStandsOnIt() {
        ground.create(volume("growing", spec -> {}));
        ground.create(backup("whole", "growing", spec -> {}));
        var whole = ground.await(VolumeBackup.class, "whole", Ground::isReady);
        ground.create(backup("increment", "growing", spec -> spec.put("incremental", true)));
        var increment = ground.await(VolumeBackup.class, "increment", Ground::isReady);
        assertThat(observed(increment).incremental()).isTrue();

        ground.delete(VolumeBackup.class, "whole");
        var held =
                ground.await(VolumeBackup.class, "whole", seen -> reason(seen).equals("Conflict"));
        assertThat(ready(held).message())
                .isEqualTo("later incremental backups stand on backup %s: delete those first".formatted(id(whole)));

        ground.delete(VolumeBackup.class, "increment");
        ground.awaitGone(VolumeBackup.class, "increment");
        ground.wake();
        ground.awaitGone(VolumeBackup.class, "whole");
    }

    @Test
    void whatTheyAreMadeOfIsNeededAndStays() {
        assertThatThrownBy(() -> ground.create(ground.object("storage", "VolumeSnapshot", "of-nothing", spec -> {})))
                .hasMessageContaining("volumeRef is needed");
        assertThatThrownBy(() -> ground.create(ground.object("storage", "VolumeBackup", "of-nothing", spec -> {})))
                .hasMessageContaining("volumeRef is needed");
        ground.create(snapshot("fixed", "nowhere"));
        assertThatThrownBy(() ->
                        ground.patch(VolumeSnapshot.class, "fixed", "{\"spec\":{\"volumeRef\":{\"name\":\"other\"}}}"))
                .hasMessageContaining("spec.volumeRef")
                .hasMessageContaining("make it anew");
        assertThatThrownBy(() -> ground.create(volume(
                        "muddled",
                        spec -> spec.put(
                                "source",
                                Map.of("snapshotRef", Ground.reference("a"), "backupRef", Ground.reference("b"))))))
                .hasMessageContaining("say one of imageRef, volumeRef, snapshotRef and backupRef");
    }
}
