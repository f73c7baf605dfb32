package dev.allmende.cli.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands around conformance. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judge a cloud against the SCS standards.",
        synopsisSubcommandLabel = "COMMAND")
public final class CheckCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
