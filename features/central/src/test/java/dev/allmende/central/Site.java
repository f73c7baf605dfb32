package dev.allmende.central;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A cloud to act in.
 *
 * @param own login of the tenant
 * @param neighbour login to somebody else's project, with the rights of an administrator
 * @param manager login of the manager of a domain, where the cloud has one
 * @param devcloud the cloud itself when it is a made-up one
 */
public record Site(CloudConfig own, CloudConfig neighbour, Optional<CloudConfig> manager, Optional<DevCloud> devcloud) {

    /** A made-up one. */
    public static Site madeUp() {
        return madeUp(Scenario.named("good"));
    }

    public static Site madeUp(Scenario scenario) {
        var cloud = DevCloud.start(scenario);
        try {
            var file = Files.createTempFile("clouds", ".yaml");
            Files.writeString(file, cloud.cloudsYaml());
            var site = of(file, "devcloud", "devcloud-admin", Optional.of(cloud));
            Files.delete(file);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real OpenStack that {@code testbed/openstack-up} raises; it must run. */
    public static Site testbed() {
        var file = Objects.requireNonNull(
                System.getenv("OS_CLIENT_CONFIG_FILE"),
                "OS_CLIENT_CONFIG_FILE must name the clouds.yaml of a running test bed (testbed/openstack-up)");
        return of(Path.of(file), "testbed", "testbed-admin", Optional.empty());
    }

    private static Site of(Path file, String own, String neighbour, Optional<DevCloud> devcloud) {
        var nowhere = file.toAbsolutePath().resolveSibling("nowhere");
        var clouds = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), nowhere, nowhere);
        var manager = Optional.of(own + "-domain-manager")
                .filter(clouds.names()::contains)
                .map(clouds::get);
        return new Site(clouds.get(own), clouds.get(neighbour), manager, devcloud);
    }

    void close() {
        devcloud.ifPresent(DevCloud::close);
    }
}
