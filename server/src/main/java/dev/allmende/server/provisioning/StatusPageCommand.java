package dev.allmende.server.provisioning;

import dev.allmende.cli.Terminal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands about a status page. */
@Command(
        name = "status-page",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ImportPageCommand.class,
        description = "A status page: bring in what another one begins with.")
public final class StatusPageCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    final Terminal terminal;

    public StatusPageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
