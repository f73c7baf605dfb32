package dev.allmende.server.place;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a server's folders; every command that works on a server has them. */
public final class FolderOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all state. Default: $$XDG_DATA_HOME/allmende, else ~/.local/share/allmende.")
    private @Nullable Path data;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Folder of everything secret, kept apart from data and backups. Default: "
                            + "$$XDG_CONFIG_HOME/allmende/keys, else ~/.config/allmende/keys; with --data: keys in that folder.")
    private @Nullable Path keys;

    public Folders folders(Map<String, String> env) {
        return Folders.of(data, keys, env);
    }

    /** As options again, for commands that a user is told to run. */
    public String asOptions() {
        return (data == null ? "" : " --data " + data) + (keys == null ? "" : " --keys " + keys);
    }
}
