package dev.allmende.central.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Drift;
import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.image.Image;
import dev.allmende.api.storage.Volume;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.volume.Storage;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How servers behave, whichever API their objects are in. */
abstract class ServerBehaviour extends Grounded {

    private static final String SMALL = "SCS-1V-4-10";
    private static final String LARGE = "SCS-2V-8-20";

    private Yard yard;

    @BeforeAll
    void start() {
        yard = new Yard(ground);
        new ServerLife(yard, SMALL, "Debian 13").born();
        yard.flavor("large", LARGE);
        yard.image("newer", "Ubuntu 24.04");
    }

    @AfterAll
    void stop() {
        ground.kubernetes().resources(Server.class).inNamespace(ground.tenant()).delete();
        new ServerLife(yard, SMALL, "Debian 13").gone();
    }

    @Test
    void aServerIsStoppedStartedAndToldOtherwiseByItsFields() {
        var life = new ServerLife(yard, SMALL, "Debian 13");
        life.stoppedAndStartedByField();
        life.toldOtherwise();
    }

    @Test
    void aServerOfAnotherFlavorIsResizedAndConfirmed() {
        yard.server("growing", Map.of());
        yard.ready("growing");

        yard.change("growing", "{\"flavorRef\":{\"name\":\"large\"}}");

        var grown = yard.ready("growing", seen -> Ground.observed(seen).flavor().equals(LARGE));
        assertThat(Ground.observed(grown).status()).isEqualTo("ACTIVE");
        assertThat(yard.found(grown).flavorName()).isEqualTo(LARGE);
    }

    @Test
    void aServerOfAnotherImageIsRebuilt() {
        yard.server("rebuilt", Map.of());
        var before = yard.ready("rebuilt");

        yard.change("rebuilt", "{\"boot\":{\"imageRef\":{\"name\":\"newer\"}}}");

        var newer = ground.await(Image.class, "newer", Ground::isReady);
        var after = yard.ready(
                "rebuilt", seen -> Ground.id(newer).equals(Ground.observed(seen).imageID()));
        assertThat(Ground.id(after)).isEqualTo(Ground.id(before));
    }

    @Test
    void aServerInErrorHasFailedAndRecoversByItself() {
        var faults = ground.site().devcloud().orElseThrow().faults();
        var broken = new Fault.Broken(Fault.Where.thing("compute", "^sick$"));
        faults.add(broken);
        yard.server("sick", Map.of());
        var failed =
                ground.await(Server.class, "sick", seen -> Ground.reason(seen).equals("Failed"));
        assertThat(Ground.ready(failed).message()).startsWith("ERROR No valid host was found.");
        assertThat(Ground.observed(failed).fault()).startsWith("No valid host was found.");

        faults.remove(broken);
        yard.computing().reboot(Ground.id(failed), true);

        var recovered = yard.ready("sick");
        assertThat(Ground.id(recovered)).isEqualTo(Ground.id(failed));
        assertThat(Ground.observed(recovered).fault()).isNull();
    }

    @Test
    void aLostStatusLeadsToNoSecondServer() {
        yard.server("lost", Map.of());
        var before = yard.ready("lost");

        ground.forgetStatus(Server.class, "lost");
        ground.wake();

        var after = yard.ready("lost");
        assertThat(Ground.id(after)).isEqualTo(Ground.id(before));
        assertThat(yard.computing().servers().owned(new Mark(after.getMetadata().getUid())))
                .hasSize(1);
    }

    @Test
    void aServerThatWasStoppedBehindOurBackIsShownAsSuch() {
        yard.server("paused", Map.of("power", "On"));
        var server = yard.ready("paused");
        yard.computing().stop(Ground.id(server));
        yard.awaitCloud(server, "SHUTOFF");

        ground.wake();
        var drifted = ground.await(
                Server.class, "paused", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift()).containsExactly(new Drift("power", "On", "Off"));
        ground.change(Server.class, "paused", "drift", "Correct");
        yard.settled("paused", 2);
        assertThat(yard.found(server).running()).isTrue();
    }

    @Test
    void aServerIsMadeInItsGroupWithItsKeyAndTheDataOfASecret() {
        yard.server(
                "told",
                Map.of(
                        "keyPairRef",
                        Map.of("name", "me"),
                        "serverGroupRef",
                        Map.of("name", "apart"),
                        "userDataFrom",
                        Map.of("secretRef", Map.of("name", "cloud-init"), "key", "user-data")));
        ground.create(
                ground.object("compute", "KeyPair", "me", spec -> spec.put("generate", Map.of("secretName", "me"))));
        ground.create(
                ground.object("compute", "ServerGroup", "apart", spec -> spec.put("policy", "soft-anti-affinity")));
        var waiting = ground.await(
                Server.class, "told", seen -> Ground.ready(seen).message().startsWith("Secret"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("Secret cloud-init with key user-data is not there");
        // devcloud's guests answer to this word
        ground.kubernetes()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("cloud-init")
                        .withNamespace(ground.tenant())
                        .endMetadata()
                        .addToStringData("user-data", "allmende: a password")
                        .build())
                .create();
        ground.wake();

        var server = yard.ready("told");
        var made = yard.found(server);
        var group = ground.await(ServerGroup.class, "apart", Ground::isReady);
        assertThat(made.keyPair()).isEqualTo("me");
        assertThat(made.groupIds()).containsExactly(Ground.id(group));
        assertThat(yard.computing().console(made.id(), 20)).contains("allmende:kernel");
        assertThat(server.toString()).doesNotContain("a password");
        var key = ground.await(KeyPair.class, "me", Ground::isReady);
        assertThat(key.getStatus().usedBy()).containsExactly("Server told");
    }

    @Test
    void aServerBootsFromANewVolume() {
        yard.server(
                "roomy",
                Map.of(
                        "boot",
                        Map.of("newVolume", Map.of("imageRef", Map.of("name", "image"), "size", 12)),
                        "networks",
                        List.of(Map.of("networkRef", Map.of("name", "net"), "fixedIP", "10.60.0.77"))));

        var seen = Ground.observed(yard.ready("roomy"));
        assertThat(seen.imageID()).isNull();
        assertThat(seen.volumeIDs()).hasSize(1);
        assertThat(seen.address()).isEqualTo("10.60.0.77");
    }

    private void volume(String name) {
        ground.create(ground.object("storage", "Volume", name, spec -> {
            spec.put("size", 1);
            spec.put("deletionPolicy", "Delete");
        }));
    }

    @Test
    void volumesAreAttachedAndDetachedWhileTheServerRuns() {
        yard.server("fat", Map.of("volumes", List.of(Map.of("volumeRef", Map.of("name", "data")))));
        var waiting = ground.await(
                Server.class, "fat", seen -> Ground.ready(seen).message().startsWith("Volume"));
        assertThat(Ground.ready(waiting).message()).isEqualTo("Volume data is not there");
        volume("data");
        volume("more");
        var data = Ground.id(ground.await(Volume.class, "data", Ground::isReady));
        var fat = yard.ready("fat");
        assertThat(Ground.observed(fat).volumeIDs()).containsExactly(data);
        ground.await(Volume.class, "data", seen -> seen.getStatus().usedBy().contains("Server fat"));

        yard.change("fat", "{\"volumes\":[{\"volumeRef\":{\"name\":\"more\"}}]}");

        var more = Ground.id(ground.await(Volume.class, "more", Ground::isReady));
        yard.ready("fat", seen -> Ground.observed(seen).volumeIDs().equals(List.of(more)));
        ground.delete(Volume.class, "data");
        ground.awaitGone(Volume.class, "data");
        ground.delete(Volume.class, "more");
        ground.delete(Server.class, "fat");
        ground.awaitGone(Volume.class, "more");
    }

    @Test
    void aServerBootsFromAVolumeThatStays() {
        volume("system");
        yard.server("old", Map.of("boot", Map.of("volumeRef", Map.of("name", "system"))));

        var system = Ground.id(ground.await(Volume.class, "system", Ground::isReady));
        assertThat(Ground.observed(yard.ready("old")).volumeIDs()).containsExactly(system);
        ground.delete(Server.class, "old");
        ground.awaitGone(Server.class, "old");

        assertThat(new Storage(ground.cloud()).volumes().find(system)).isPresent();
    }

    @Test
    void aServerWaitsForTheFirstSubnetOfItsNetwork() {
        ground.create(ground.network("bare"));
        yard.server("early", Map.of("networks", List.of(Map.of("networkRef", Map.of("name", "bare")))));
        var waiting =
                ground.await(Server.class, "early", seen -> Ground.reason(seen).equals("Conflict"));
        assertThat(Ground.ready(waiting).message()).contains("requires a subnet in order to boot");

        ground.create(ground.subnet("bare-sub", "bare", "10.62.0.0/24"));

        assertThat(Ground.observed(yard.ready("early")).address()).startsWith("10.62.0.");
        ground.delete(Server.class, "early");
        ground.awaitGone(Server.class, "early");
    }

    @Test
    void whatAServerNeedsStaysUntilItIsGone() {
        yard.flavor("medium", "SCS-2V-4-10");
        yard.server("holder", Map.of("flavorRef", Map.of("name", "medium")));
        yard.ready("holder");

        ground.delete(Flavor.class, "medium");
        var held =
                ground.await(Flavor.class, "medium", seen -> Ground.reason(seen).equals("Deleting"));
        assertThat(Ground.ready(held).message()).isEqualTo("still used by Server holder");

        ground.delete(Server.class, "holder");
        ground.awaitGone(Server.class, "holder");
        ground.awaitGone(Flavor.class, "medium");
    }

    @Test
    void aServerIsPluggedIntoAnotherNetworkWhileItRuns() {
        yard.network("back", "10.61.0.0/24");
        yard.server("moving", Map.of());
        yard.ready("moving");

        yard.change("moving", "{\"networks\":[{\"networkRef\":{\"name\":\"back\"},\"fixedIP\":\"10.61.0.9\"}]}");

        var moved = yard.ready(
                "moving", seen -> "10.61.0.9".equals(Ground.observed(seen).address()));
        assertThat(yard.computing().plugs(Ground.id(moved)))
                .singleElement()
                .satisfies(plug -> assertThat(plug.addresses()).containsExactly("10.61.0.9"));
        assertThat(moved.getStatus().drift()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> yard.server("odd", Map.of("boot", Map.of())))
                .hasMessageContaining("say one of imageRef, volumeRef and newVolume");
        assertThatThrownBy(() -> yard.server("odd", Map.of("networks", List.of(Map.of()))))
                .hasMessageContaining("networkRef");
        assertThatThrownBy(() -> ground.create(ground.object("compute", "Server", "vague", spec -> {})))
                .hasMessageContaining("flavorRef and boot are needed");
        assertThatThrownBy(() -> yard.server("odd", Map.of("power", "Perhaps"))).hasMessageContaining("spec.power");
        assertThatThrownBy(() -> yard.change("web", "{\"availabilityZone\":\"nova\"}"))
                .hasMessageContaining("availabilityZone")
                .hasMessageContaining("make it anew");
        assertThatThrownBy(() -> yard.change(
                        "web",
                        "{\"boot\":{\"imageRef\":null,\"newVolume\":{\"imageRef\":{\"name\":\"image\"},\"size\":1}}}"))
                .hasMessageContaining("boots for ever from what it was made with");
    }
}
