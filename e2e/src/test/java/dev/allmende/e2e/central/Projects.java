package dev.allmende.e2e.central;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The demonstration project of a made-up cloud, past the API, to see what is there. */
final class Projects {

    private Projects() {}

    /** @param folder where {@code clouds.yaml} is written */
    static Cloud of(DevCloud devcloud, Path folder) throws IOException {
        return open(Files.writeString(folder.resolve("clouds.yaml"), devcloud.cloudsYaml()));
    }

    /** @param clouds a {@code clouds.yaml} */
    static Cloud open(Path clouds) {
        var nowhere = clouds.resolveSibling("nowhere");
        var configs = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", clouds.toString()), nowhere, nowhere);
        return Clouds.open(configs.get("devcloud"), ClientOptions.standard("test"));
    }
}
