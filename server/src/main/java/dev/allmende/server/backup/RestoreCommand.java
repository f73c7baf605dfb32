package dev.allmende.server.backup;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.store.UnusableStore;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.place.Folders;
import dev.allmende.server.place.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of all objects. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Put a backup in the place of all objects, while no server runs on the data folder.",
            "The file that was there is kept beside it. Secrets need the keys of the backup's time."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private FolderOptions options = new FolderOptions();

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    private Path file = Path.of("");

    private final Terminal terminal;

    public RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folders = options.folders(terminal);
        folders.make();
        try (var _ = Instance.claim(folders.data())) {
            restore(folders);
        } catch (Instance.Taken taken) {
            throw new UserError(ExitCode.UNAVAILABLE, String.valueOf(taken.getMessage()), taken);
        } catch (UnusableStore e) {
            throw new UserError(ExitCode.DATA, String.valueOf(e.getMessage()), e);
        }
        return ExitCode.CONFORMS;
    }

    private void restore(Folders folders) throws IOException {
        var done = ApiServer.in(folders.data()).keys(folders.keys()).restore(file.toAbsolutePath());
        terminal.out().printf("restored %,d objects from %s%n", done.objects(), file);
        done.replaced().ifPresent(old -> terminal.out().println("what was there before is kept as " + old));
        terminal.out().println("start it with: " + options.command(terminal, "up"));
        terminal.out().flush();
    }
}
