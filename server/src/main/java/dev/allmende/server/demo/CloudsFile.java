package dev.allmende.server.demo;

import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.config.ConfigException;
import dev.allmende.server.place.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The {@code clouds.yaml} of the data folder, which a demonstration writes and a user may put there instead. */
final class CloudsFile {

    static final String MARK =
            "# Written by \"allmende up\" for its demonstration cloud; written anew at each start.\n";

    private final Path path;

    CloudsFile(Folders folders) {
        path = folders.data().resolve("clouds.yaml");
    }

    Path path() {
        return path;
    }

    /** Whether a user has put it there. */
    boolean isForeign() throws IOException {
        return Files.exists(path) && !Files.readString(path).startsWith(MARK);
    }

    /** Holds passwords: for its owner alone. */
    void write(String clouds) throws IOException {
        var fresh = path.resolveSibling("clouds.yaml.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, MARK + clouds);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The cloud is gone with its process. */
    void remove() throws IOException {
        if (!isForeign()) {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Whether the user has named a cloud where openstacksdk looks: OS_* variables, clouds.yaml. A file that cannot be read is
     * one that the user means.
     */
    static boolean isAnyConfigured(Map<String, String> env) {
        try {
            var home = Path.of(env.getOrDefault("HOME", System.getProperty("user.home")));
            return !CloudConfigs.read(env, home, Path.of("").toAbsolutePath())
                    .names()
                    .isEmpty();
        } catch (ConfigException broken) {
            return true;
        }
    }
}
