package dev.allmende.cli.check;

import dev.allmende.cli.CloudOptions;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Product;
import dev.allmende.cli.StateFolder;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.run.Cleanup;
import dev.allmende.conformance.run.Pause;
import dev.allmende.conformance.run.RunId;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what killed runs left behind. */
@Command(
        name = "cleanup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Remove what runs of Allmende left behind that were killed; nothing else is touched.")
public final class CleanupCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Mixin
    private final CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Only what this run created, whatever its age; the id stands in the names.")
    private @Nullable String run;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            defaultValue = "2h",
            description = "What no journal on this machine knows is removed from this age on: 30m, 2h, 1d."
                    + " Default: ${DEFAULT-VALUE}.")
    private String olderThan = "2h";

    private final Terminal terminal;

    public CleanupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (run != null && !run.matches(RunId.PATTERN)) {
            throw new UserError(
                    ExitCode.USAGE, "--run " + run + " is no id of a run: it has 8 letters and digits, like 4kz09a7q");
        }
        var age = age(olderThan);
        var config = cloud.config(terminal);
        var cleanup = new Cleanup(
                Clock.systemUTC(),
                Pause.REAL,
                StateFolder.runs(terminal.env()),
                name -> Clouds.open(CloudOptions.config(terminal, name), ClientOptions.standard(Product.version())),
                PATIENCE);
        var result = cleanup.run(new Cleanup.Request(config.name(), Optional.ofNullable(run), age), line -> {
            if (terminal.errIsTerminal()) {
                terminal.err().println(line);
            }
        });
        print("removed", result.removed());
        print("left alone", result.spared());
        print("could not be removed", result.leftovers());
        if (result.removed().isEmpty() && result.leftovers().isEmpty()) {
            terminal.out().println("nothing left behind on " + config.name());
        }
        return result.leftovers().isEmpty() ? ExitCode.CONFORMS : ExitCode.DOES_NOT_CONFORM;
    }

    private void print(String what, List<String> lines) {
        lines.forEach(line -> terminal.out().println(what + ": " + line));
    }

    private static Duration age(String text) {
        var match = Pattern.compile("(\\d{1,6})([smhd])").matcher(text);
        if (!match.matches()) {
            throw new UserError(
                    ExitCode.USAGE, "--older-than " + text + " is no time: write a number and s, m, h or d, like 2h");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
