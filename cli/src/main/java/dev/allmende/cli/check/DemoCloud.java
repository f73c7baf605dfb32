package dev.allmende.cli.check;

import dev.allmende.cli.devcloud.Scenarios;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A cloud that this process plays, and its clouds.yaml. */
final class DemoCloud implements AutoCloseable {

    /** The login that checks use, of every scenario that comes with Allmende. */
    static final String USER = "devcloud";

    static final String ADMIN = "devcloud-admin";

    private final DevCloud cloud;
    private final Path folder;

    private DemoCloud(DevCloud cloud, Path folder) {
        this.cloud = cloud;
        this.folder = folder;
    }

    /** @param scenario a name (demo, good, big) or a file */
    static DemoCloud start(String scenario) throws IOException {
        var seeded = Scenarios.named(scenario);
        // Readable by the owner only, for it holds the demo's passwords (Files.createTempDirectory: mode 0700).
        var folder = Files.createTempDirectory("allmende-demo");
        var cloud = DevCloud.start(seeded);
        Files.writeString(folder.resolve("clouds.yaml"), cloud.cloudsYaml());
        return new DemoCloud(cloud, folder);
    }

    CloudConfig config(String name) {
        var file = folder.resolve("clouds.yaml").toString();
        return CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file), folder, folder)
                .get(name);
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        Files.deleteIfExists(folder.resolve("clouds.yaml"));
        Files.deleteIfExists(folder);
    }
}
