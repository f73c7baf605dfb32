package dev.allmende.devcloud.scenario;

import dev.allmende.devcloud.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The cloud to play. {@code docs/devcloud.md} explains the file format key by key.
 *
 * @param seed from which all ids and secrets are made
 * @param domainManager whether Keystone's policy knows the role {@code manager} (2024.2 and later) or not
 * @param defaultRules the rules Neutron puts into new groups; {@code defaultRulesApi} says whether their API exists
 */
public record Scenario(
        String name,
        String region,
        long seed,
        Duration tokenLifetime,
        DomainManager domainManager,
        Timing timing,
        Quota quota,
        List<People.Domain> domains,
        List<People.User> users,
        List<Things.ServiceEntry> services,
        List<Things.Flavor> flavors,
        List<Things.Image> images,
        List<Things.VolumeType> volumeTypes,
        boolean defaultRulesApi,
        List<Things.DefaultRule> defaultRules,
        List<String> zones,
        List<Things.Console> consoles,
        List<Things.Server> servers,
        Generate generate,
        List<Fault> faults) {

    /** How Keystone treats the role manager with a domain token. */
    public enum DomainManager {
        NATIVE,
        ABSENT
    }

    /** How long things take. */
    public record Timing(
            Duration server,
            Duration volume,
            Duration snapshot,
            Duration backup,
            Duration restore,
            Duration delete,
            Duration loadBalancer,
            Duration dns) {}

    /** Limits per project. */
    public record Quota(int servers, int volumes, int gigabytes, int backups, int networks, int securityGroups) {}

    /** How many further items are made up, for tests under load. */
    public record Generate(int flavors, int images, int volumeTypes) {}

    /** A scenario that ships with devcloud: {@code good}, {@code demo} or {@code big}. */
    public static Scenario named(String name) {
        try (InputStream in = Scenario.class.getResourceAsStream("/dev/allmende/devcloud/scenario/" + name + ".yaml")) {
            if (in == null) {
                throw new ScenarioException("no scenario '" + name + "'; there are good, demo and big");
            }
            return parse(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Scenario read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ScenarioException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** @param file the name that errors use */
    public static Scenario parse(String file, String yaml) {
        return ScenarioReader.read(file, yaml);
    }
}
