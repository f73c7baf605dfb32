package dev.allmende.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's entry: parses the line, runs the command, gives back its exit code. */
@Command(
        name = "allmende",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Makes a cloud conformant, shows that it is, and runs the services around it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Try first:",
            "  allmende check iaas --demo              check a demo cloud and write the report",
            "  allmende check iaas --cloud NAME        check a cloud of your clouds.yaml",
            "",
            "Completion for bash and zsh: source <(allmende generate-completion)"
        })
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        start(List.of(), args);
    }

    /** The process with commands of other rooms beside its own. */
    public static void start(List<AddedCommand> added, String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Scripts ask for the version; that must not cost the building of all commands.
            System.out.println("allmende " + Product.version());
            return;
        }
        // Reports and messages are English, whatever the machine speaks: numbers must read 1.5, not 1,5.
        Locale.setDefault(Locale.ROOT);
        System.exit(runSafely(added, args));
    }

    /** An error that nobody handles ends a JVM with 1, which would say that the cloud does not conform. */
    private static int runSafely(List<AddedCommand> added, String... args) {
        try {
            return run(Terminal.ofProcess(), added, args);
        } catch (OutOfMemoryError _) {
            System.err.println("error: out of memory; set ALLMENDE_JAVA_OPTS=-Xmx1g, or more, and run again");
        } catch (Error broken) {
            System.err.println("error: this is a mistake in Allmende, please report it: " + broken);
        }
        return ExitCode.INTERNAL;
    }

    /** Runs one command line as the process would, with the given streams. */
    public static int run(Terminal terminal, String... args) {
        return run(terminal, List.of(), args);
    }

    /** The same with commands of other rooms beside its own. */
    public static int run(Terminal terminal, List<AddedCommand> added, String... args) {
        var line = new CommandLine(new Main(), new Wiring(terminal, added));
        CommandTree.grow(line, added, args);
        line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageErrors())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false);
        int exitCode = line.execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return exitCode;
    }

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
