package dev.allmende.server.tenant;

import dev.allmende.cli.Terminal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands about a tenant. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportCommand.class, ExportCommand.class},
        description = "A tenant's namespace: bring in what a project has already, write out what the namespace has.")
public final class TenantCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    final Terminal terminal;

    public TenantCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
