package dev.allmende.server.backup;

import dev.allmende.apiserver.store.SqliteStore;
import dev.allmende.apiserver.store.UnusableStore;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.place.FolderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a copy of all objects while the server runs, or while it does not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Write a checked copy of all objects to a file, while the server runs or not.",
            "Secrets stay sealed in it: keep a copy of the keys folder elsewhere, restore needs both."
        })
public final class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Mixin
    private FolderOptions options = new FolderOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to write; must not exist. Default: allmende-TIME.backup in the working directory.")
    private @Nullable Path file;

    private final Terminal terminal;

    public BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var folders = options.folders(terminal);
        if (!Files.exists(folders.objects())) {
            throw new UserError(
                    ExitCode.IO, folders.objects() + ": there is no such file; name the server's folder with --data");
        }
        var target = file == null
                ? Path.of("allmende-" + STAMP.format(Clock.systemUTC().instant()) + ".backup")
                : file;
        try {
            SqliteStore.backup(folders.objects(), target.toAbsolutePath());
        } catch (UnusableStore e) {
            throw new UserError(ExitCode.IO, String.valueOf(e.getMessage()), e);
        }
        terminal.out().printf("wrote %s, %,d bytes%n", target, Files.size(target));
        terminal.out().println("the keys are not in it: keep a copy of " + folders.keys() + " elsewhere");
        terminal.out().flush();
        return ExitCode.CONFORMS;
    }
}
