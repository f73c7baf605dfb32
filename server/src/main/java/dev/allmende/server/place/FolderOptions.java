package dev.allmende.server.place;

import dev.allmende.cli.Terminal;
import java.nio.file.Path;
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

    public Folders folders(Terminal terminal) {
        return Folders.of(data, keys, terminal.env());
    }

    /** A command on the same folders, for a user to run. */
    public String command(Terminal terminal, String command) {
        var folders = folders(terminal);
        return program(terminal) + " " + command + (data == null ? "" : " --data " + folders.data())
                + (keys == null ? "" : " --keys " + folders.keys());
    }

    /** How the program was called. */
    public static String program(Terminal terminal) {
        return terminal.env().getOrDefault("ALLMENDE_COMMAND", "allmende");
    }
}
