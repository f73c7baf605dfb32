package dev.allmende.e2e.cloud;

import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same walks through the test bed's OpenStack; OS_CLIENT_CONFIG_FILE must name its clouds.yaml. */
@Tag("real")
class RealWalkTest extends Walks {

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

    @Override
    Walk walk() {
        return walk;
    }

    /** One small machine has nowhere to move a server to. */
    @Override
    boolean resizes() {
        return false;
    }
}
