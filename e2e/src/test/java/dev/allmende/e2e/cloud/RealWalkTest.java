package dev.allmende.e2e.cloud;

import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same walks through the test bed's OpenStack; OS_CLIENT_CONFIG_FILE must name its clouds.yaml. */
@Tag("real")
class RealWalkTest {

    private final Walk walk = open();

    private static Walk open() {
        var file = System.getenv("OS_CLIENT_CONFIG_FILE");
        if (file == null) {
            throw new IllegalStateException("set OS_CLIENT_CONFIG_FILE to the clouds.yaml of the test bed");
        }
        var configs = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file), Path.of(""), Path.of(""));
        var options = ClientOptions.standard("test");
        return new Walk(
                Clouds.open(configs.get("testbed"), options),
                Clouds.open(configs.get("testbed-admin"), options),
                Walk.sleeping(Duration.ofMillis(500)),
                Long.toHexString(System.nanoTime()));
    }

    @AfterEach
    void close() {
        walk.member().close();
        walk.admin().close();
    }

    @Test
    void networksLiveAndDie() {
        new NetworkWalk(walk).go();
    }

    @Test
    void volumesLiveAndDie() {
        new BlockWalk(walk).go();
    }

    /** One small machine has nowhere to move a server to. */
    @Test
    void serversLiveAndDie() {
        new ServerWalk(walk).go(false);
    }

    @Test
    void imagesLiveAndDie() {
        new OtherWalks(walk).image();
    }

    @Test
    void tenantsComeAndGo() {
        new OtherWalks(walk).tenant();
    }

    @Test
    @Disabled("failed once on a 409 of a tree whose parts were not ready; mended, and not run on the test bed since")
    void loadBalancersLiveAndDie() {
        new OtherWalks(walk).balancer();
    }

    @Test
    void namesLiveAndDie() {
        new OtherWalks(walk).names();
    }
}
