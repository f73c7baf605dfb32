package dev.allmende.e2e.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's calls in devcloud, also while it misbehaves. */
class WalkTest extends Walks {

    private final DevCloud devcloud = DevCloud.start(Scenario.named("good"));
    private final Walk walk = walk(devcloud);

    private static Walk walk(DevCloud devcloud) {
        try {
            var file = Files.createTempFile("clouds", ".yaml");
            Files.writeString(file, devcloud.cloudsYaml());
            var configs =
                    CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), Path.of("/"), Path.of("/"));
            Files.delete(file);
            var options = ClientOptions.standard("test")
                    .withRetry(new ClientOptions.Retry(
                            3, Duration.ofMillis(1), Duration.ofMillis(5), new Random(7), Thread::sleep));
            return new Walk(
                    Clouds.open(configs.get("devcloud"), options),
                    Clouds.open(configs.get("devcloud-admin"), options),
                    Walk.sleeping(Duration.ofMillis(20)),
                    "demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        devcloud.close();
    }

    @Override
    Walk walk() {
        return walk;
    }

    @Override
    boolean resizes() {
        return true;
    }

    @Test
    void walksOnWhenTheTokenExpiresOnTheWay() {
        devcloud.faults().add(new Fault.Expire(Fault.Where.service("network"), 9));
        new NetworkWalk(walk).go();
    }

    @Test
    void walksOnOverBurstsOfErrorsWhereNothingCanHappenTwice() {
        devcloud.faults().add(new Fault.Status(Fault.Where.path("network", "GET", ""), 503, 4, 2, Optional.empty()));
        devcloud.faults().add(new Fault.Status(Fault.Where.path("network", "DELETE", ""), 502, 2, 2, Optional.empty()));
        new NetworkWalk(walk).go();
    }

    @Test
    void tellsAFailedCreateFromAFullProject() {
        var net = new Networking(walk.member());
        var wish = new Network.Wish().name("any");
        var broken = new Fault.Status(Fault.Where.path("network", "POST", ""), 500, 1, 1, Optional.empty());
        devcloud.faults().add(broken);
        assertThat(troubleOf(net, wish)).isEqualTo(Trouble.TRANSIENT);
        devcloud.faults().add(new Fault.Quota(Fault.Where.thing("network", "any")));
        assertThat(troubleOf(net, wish)).isEqualTo(Trouble.QUOTA);
        assertThat(net.networks().list(Filter.name("any"))).isEmpty();
    }

    @Test
    void showsWhatIsStuckAndWhatIsBroken() {
        var storage = new Storage(walk.member());
        devcloud.faults().add(new Fault.Broken(Fault.Where.thing("volume", "broken")));
        devcloud.faults().add(new Fault.Stuck(Fault.Where.thing("volume", "stuck")));
        var broken = storage.volumes()
                .create(new Volume.Wish().name("broken").size(1))
                .id();
        var stuck = storage.volumes()
                .create(new Volume.Wish().name("stuck").size(1))
                .id();
        assertThat(walk.settled(storage.volumes(), broken).state()).isInstanceOf(State.Broken.class);
        assertThat(storage.volumes().find(stuck).orElseThrow().state()).isInstanceOf(State.Busy.class);
    }

    private static Trouble troubleOf(Networking net, Network.Wish wish) {
        return Assertions.catchThrowableOfType(
                        OpenStackException.class, () -> net.networks().create(wish))
                .trouble();
    }
}
