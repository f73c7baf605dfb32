package dev.allmende.server.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's state lies.
 *
 * @param data the objects and everything that can be made again; what a backup is of
 * @param keys everything secret: authority, signing key, the key that seals Secrets; never in a backup
 */
public record Folders(Path data, Path keys) {

    /**
     * The folders asked for, or those of the XDG Base Directory Specification 0.8: data in XDG_DATA_HOME, keys in
     * XDG_CONFIG_HOME. The keys of a data folder that was named lie in it, unless they are named too.
     */
    public static Folders of(@Nullable Path data, @Nullable Path keys, Map<String, String> env) {
        var home = Path.of(env.getOrDefault("HOME", System.getProperty("user.home")));
        if (data == null) {
            return new Folders(
                    absolute(base(env, "XDG_DATA_HOME", home.resolve(".local/share"))
                            .resolve("allmende")),
                    absolute(
                            keys == null
                                    ? base(env, "XDG_CONFIG_HOME", home.resolve(".config"))
                                            .resolve("allmende/keys")
                                    : keys));
        }
        return new Folders(absolute(data), absolute(keys == null ? data.resolve("keys") : keys));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** A relative path in such a variable is to be ignored, says the specification. */
    private static Path base(Map<String, String> env, String variable, Path otherwise) {
        var value = env.getOrDefault(variable, "");
        return value.startsWith("/") ? Path.of(value) : otherwise;
    }

    public Path objects() {
        return data.resolve("objects.db");
    }

    public Path kubeconfig() {
        return data.resolve("kubeconfig");
    }

    /** Certificate of the server's own authority. */
    public Path authority() {
        return keys.resolve("ca.crt");
    }

    /** Makes both folders, for their owner alone. */
    public void make() throws IOException {
        for (var folder : new Path[] {data, keys}) {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
    }
}
