package dev.allmende.cli;

import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.config.ConfigException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cloud. */
public final class CloudOptions {

    @Option(
            names = {"--cloud", "--os-cloud"},
            paramLabel = "NAME",
            description =
                    "Cloud of clouds.yaml; default: OS_CLOUD, else the OS_* variables, else the only one there is.")
    private @Nullable String cloud;

    public CloudConfig config(Terminal terminal) {
        return config(terminal, cloud);
    }

    public static CloudConfig config(Terminal terminal, @Nullable String name) {
        try {
            var configs = CloudConfigs.read(
                    terminal.env(),
                    Path.of(System.getProperty("user.home")),
                    Path.of("").toAbsolutePath());
            return name == null ? configs.standard() : configs.get(name);
        } catch (ConfigException wrong) {
            throw new UserError(ExitCode.CONFIG, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
