package dev.allmende.central.volume;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Condition;
import dev.allmende.api.Drift;
import dev.allmende.api.storage.Volume;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.Flavor;
import dev.allmende.openstack.compute.Server;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume.Wish;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How volumes behave, whichever API their objects are in, and whichever cloud they are in. */
abstract class VolumeBehaviour extends Grounded {

    private Storage storage;

    @BeforeAll
    void start() {
        storage = new Storage(ground.cloud());
    }

    private dev.allmende.openstack.volume.Volume thing(Volume volume) {
        return storage.volumes().find(id(volume)).orElseThrow();
    }

    @Test
    void aVolumeIsMadeAndShown() {
        ground.create(ground.volume("plain", spec -> {
            spec.put("size", 1);
            spec.put("type", "standard");
            spec.put("description", "for the web");
            spec.put("metadata", Map.of("purpose", "web"));
        }));

        var volume = ground.await(Volume.class, "plain", Ground::isReady);

        assertThat(observed(volume).status()).isEqualTo("available");
        assertThat(observed(volume).size()).isEqualTo(1);
        assertThat(observed(volume).type()).isEqualTo("standard");
        assertThat(observed(volume).serverIDs()).isEmpty();
        assertThat(thing(volume).name()).isEqualTo("plain");
        assertThat(thing(volume).description()).isEqualTo("for the web");
        assertThat(thing(volume).metadata()).containsEntry("purpose", "web");
    }

    @Test
    void aLostStatusLeadsToNoSecondVolume() {
        ground.create(ground.volume("lost", 1));
        var before = ground.await(Volume.class, "lost", Ground::isReady);

        ground.forgetStatus(Volume.class, "lost");

        assertThat(id(ground.await(Volume.class, "lost", Ground::isReady))).isEqualTo(id(before));
        assertThat(storage.volumes().owned(new Mark(before.getMetadata().getUid())))
                .hasSize(1);
    }

    @Test
    void aCopyWaitsForItsOriginalAndHoldsItOnlyUntilItIsMade() {
        ground.create(ground.volume("copy", spec -> {
            spec.put("size", 2);
            spec.put("source", Map.of("volumeRef", Map.of("name", "original")));
            spec.put("deletionPolicy", "Delete");
        }));
        var waiting = ground.await(Volume.class, "copy", seen -> reason(seen).equals("WaitingFor"));
        assertThat(ready(waiting).message()).isEqualTo("Volume original is not there");

        ground.create(ground.volume("original", spec -> {
            spec.put("size", 1);
            spec.put("deletionPolicy", "Delete");
        }));

        var original = ground.await(Volume.class, "original", Ground::isReady);
        var copy = ground.await(Volume.class, "copy", Ground::isReady);
        assertThat(thing(copy).text("source_volid")).isEqualTo(id(original));
        assertThat(observed(copy).size()).isEqualTo(2);

        ground.delete(Volume.class, "original");
        ground.awaitGone(Volume.class, "original");
        assertThat(storage.volumes().find(id(original))).isEmpty();
    }

    @Test
    void aVolumeMadeOfAnImageCanBeBootedFrom() {
        var image = image(ground);
        ground.create(ground.object("image", "Image", "boot", spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("id", image.id()));
        }));
        ground.create(ground.volume("root", spec -> {
            spec.put("size", Math.max(1, image.minDisk()));
            spec.put("source", Map.of("imageRef", Map.of("name", "boot")));
        }));

        var volume = ground.await(Volume.class, "root", Ground::isReady);

        assertThat(observed(volume).bootable()).isTrue();
    }

    /** The smallest. */
    private static Image image(Ground ground) {
        return new Imaging(ground.cloud())
                .images().list(Filter.ALL).stream()
                        .filter(each -> each.status().equals("active"))
                        .min(Comparator.comparingLong(Image::sizeBytes))
                        .orElseThrow();
    }

    @Test
    void aVolumeGrowsAndChangesWhatItIsCalled() {
        ground.create(ground.volume("growing", 1));
        ground.await(Volume.class, "growing", Ground::isReady);

        ground.patch(Volume.class, "growing", "{\"spec\":{\"size\":2,\"description\":\"larger\"}}");

        var grown = ground.await(
                Volume.class,
                "growing",
                seen -> Ground.isReady(seen) && observed(seen).size() == 2);
        assertThat(thing(grown).size()).isEqualTo(2);
        assertThat(thing(grown).description()).isEqualTo("larger");
    }

    @Test
    void aVolumeGrowsWhileAServerUsesIt() {
        ground.create(ground.volume("used", 1));
        var volume = ground.await(Volume.class, "used", Ground::isReady);
        try (var host = new Host(ground)) {
            host.attach(id(volume));
            ground.wake();

            ground.patch(Volume.class, "used", "{\"spec\":{\"size\":2}}");

            if (!growsInUse()) {
                var refused = ground.await(
                        Volume.class, "used", seen -> ready(seen).message().equals("error_extending"));
                assertThat(reason(refused)).isEqualTo("Failed");
                return;
            }
            var grown = ground.await(
                    Volume.class,
                    "used",
                    seen -> Ground.isReady(seen) && observed(seen).size() == 2);
            assertThat(observed(grown).status()).isEqualTo("in-use");
            assertThat(observed(grown).serverIDs()).containsExactly(host.server());
        }
    }

    @Test
    void aChangedTypeReachesTheCloud() {
        ground.create(ground.volume("typed", spec -> {
            spec.put("size", 1);
            spec.put("type", "standard");
            spec.put("migration", "OnDemand");
        }));
        ground.await(Volume.class, "typed", Ground::isReady);

        ground.change(Volume.class, "typed", "type", otherType());

        var other = ground.await(
                Volume.class,
                "typed",
                seen -> Ground.isReady(seen) && observed(seen).type().equals(otherType()));
        assertThat(thing(other).type()).isEqualTo(otherType());
    }

    @Test
    void aTypeThatTheCloudGivesUpIsToldAndNotAskedForAgain() {
        ground.create(ground.volume("plain-text", spec -> {
            spec.put("size", 1);
            spec.put("type", "standard");
        }));
        ground.await(Volume.class, "plain-text", Ground::isReady);

        ground.change(Volume.class, "plain-text", "type", "luks");

        var stuck =
                ground.await(Volume.class, "plain-text", seen -> reason(seen).equals("Failed"));
        assertThat(ready(stuck).message()).startsWith("the cloud gave up to change the type from standard to luks");
        assertThat(Condition.find(stuck.getStatus().conditions(), Condition.PROGRESSING)
                        .orElseThrow()
                        .isTrue())
                .isFalse();
        assertThat(observed(stuck).status()).isEqualTo("available");
        assertThat(stuck.getStatus().drift()).containsExactly(new Drift("type", "luks", "standard"));

        ground.patch(Volume.class, "plain-text", "{\"spec\":{\"type\":\"standard\",\"deletionPolicy\":\"Delete\"}}");
        ground.await(Volume.class, "plain-text", Ground::isReady);
        ground.delete(Volume.class, "plain-text");
        ground.awaitGone(Volume.class, "plain-text");
    }

    /** Whether the cloud's storage lets a volume grow while a server uses it; Cinder's NFS does not. */
    boolean growsInUse() {
        return true;
    }

    /** A type that a volume of type {@code standard} can be changed to. */
    abstract String otherType();

    @Test
    void keysOfTheCloudAreLeftAloneUntilMetadataIsSaid() {
        ground.create(ground.volume("keyed", 1));
        var volume = ground.await(Volume.class, "keyed", Ground::isReady);
        storage.change(storage.volumes(), thing(volume), new Wish().metadata(Map.of("theirs", "1")));
        ground.wake();
        assertThat(thing(volume).metadata()).containsEntry("theirs", "1");

        ground.patch(Volume.class, "keyed", "{\"spec\":{\"metadata\":{\"ours\":\"2\"}}}");

        var said = ground.await(Volume.class, "keyed", Ground::isReady);
        assertThat(thing(said).metadata())
                .containsEntry("ours", "2")
                .doesNotContainKey("theirs")
                .containsEntry(Mark.KEY, volume.getMetadata().getUid());
    }

    @Test
    void driftOfTheSizeIsShown() {
        ground.create(ground.volume("adrift", 1));
        var volume = ground.await(Volume.class, "adrift", Ground::isReady);
        storage.extend(id(volume), 2);
        ground.wake();

        var drifted = ground.await(
                Volume.class, "adrift", seen -> ready(seen).message().startsWith("changed in the cloud"));

        assertThat(ready(drifted).message()).isEqualTo("changed in the cloud: size is 2, wanted 1");
        assertThat(ready(drifted).isTrue()).isTrue();
    }

    @Test
    void aVolumeIsProtectedWhenNothingIsSaid() {
        ground.create(ground.volume("precious", 1));
        var volume = ground.await(Volume.class, "precious", Ground::isReady);

        ground.delete(Volume.class, "precious");

        var kept = ground.await(Volume.class, "precious", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(kept).message())
                .isEqualTo("protected: set spec.deletionPolicy to Delete or Retain to let it go");
        assertThat(storage.volumes().find(id(volume))).isPresent();

        ground.change(Volume.class, "precious", "deletionPolicy", "Delete");
        ground.awaitGone(Volume.class, "precious");
        assertThat(storage.volumes().find(id(volume))).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(ground.volume("sizeless", spec -> {})))
                .hasMessageContaining("size is needed for a volume that is to be made");
        ground.create(ground.volume("fixed", spec -> {
            spec.put("size", 2);
            spec.put("availabilityZone", "nowhere");
        }));

        assertThatThrownBy(() -> ground.patch(Volume.class, "fixed", "{\"spec\":{\"size\":1}}"))
                .hasMessageContaining("spec.size")
                .hasMessageContaining("a volume cannot shrink");
        assertThatThrownBy(() -> ground.patch(Volume.class, "fixed", "{\"spec\":{\"size\":null}}"))
                .hasMessageContaining("size can be raised, but not taken away");
        assertThatThrownBy(() -> ground.change(Volume.class, "fixed", "availabilityZone", "elsewhere"))
                .hasMessageContaining("spec.availabilityZone")
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> ground.patch(
                        Volume.class, "fixed", "{\"spec\":{\"source\":{\"volumeRef\":{\"name\":\"plain\"}}}}"))
                .hasMessageContaining("source cannot be changed");
    }

    @Test
    void aVolumeMadeByHandIsTakenOverWithItsKeys() {
        var theirs = storage.volumes().create(new Wish().name("by hand").size(1).metadata(Map.of("team", "red")));
        ground.create(ground.volume("adopted", spec -> spec.put("import", Map.of("id", theirs.id()))));

        var volume = ground.await(Volume.class, "adopted", Ground::isReady);

        assertThat(id(volume)).isEqualTo(theirs.id());
        assertThat(thing(volume).name()).isEqualTo("adopted");
        assertThat(thing(volume).metadata()).containsEntry("team", "red");
        ground.delete(Volume.class, "adopted");
        ground.awaitGone(Volume.class, "adopted");
        assertThat(storage.volumes().find(theirs.id())).isPresent();
        storage.volumes().delete(theirs.id());
    }

    /** A server to attach volumes to, made by hand. */
    private static final class Host implements AutoCloseable {

        private final Ground ground;
        private final Computing nova;
        private final String server;

        Host(Ground ground) {
            this.ground = ground;
            nova = new Computing(ground.cloud());
            server = nova.create(new Server.Wish()
                    .name("host")
                    .flavor(flavor().id())
                    .image(image(ground).id())
                    .noNetwork());
            ground.until(() -> nova.servers().find(server).orElseThrow().running());
        }

        private Flavor flavor() {
            return nova.flavors().list(Filter.ALL).stream()
                    .filter(each -> each.diskGib() > 0)
                    .min(Comparator.comparingInt(Flavor::ramMib))
                    .orElseThrow();
        }

        String server() {
            return server;
        }

        void attach(String volume) {
            nova.attach(server, volume);
            var volumes = new Storage(ground.cloud()).volumes();
            ground.until(() -> volumes.find(volume).orElseThrow().status().equals("in-use"));
        }

        @Override
        public void close() {
            nova.servers().delete(server);
            ground.until(() -> nova.servers().find(server).isEmpty());
        }
    }
}
