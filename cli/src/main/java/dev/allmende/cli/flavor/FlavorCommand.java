package dev.allmende.cli.flavor;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Flavor names; the work is done by the subcommands. */
@Command(
        name = "flavor",
        description = "Explain, check and build SCS flavor names (scs-0100), list the standard flavors (scs-0103).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ExplainCommand.class, CheckNamesCommand.class, BuildCommand.class, ListFlavorsCommand.class},
        footer = {
            "",
            "Try:",
            "  allmende flavor explain SCS-4V-16-50n_z3h",
            "  allmende flavor check --cloud NAME",
            "  allmende flavor build --cpus 4 --ram 16 --disk 50 --disk-type ssd",
            "",
            "Exit codes: 0 all names are valid, 1 some are not, 64 the command line is wrong."
        })
public final class FlavorCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
