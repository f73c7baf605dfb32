package dev.allmende.cli.flavor;

import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.flavor.Dialect;
import dev.allmende.conformance.flavor.FlavorName;
import dev.allmende.conformance.flavor.FlavorNames;
import dev.allmende.conformance.flavor.Notation;
import dev.allmende.conformance.flavor.Parse;
import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks flavor names and marks what is wrong. */
@Command(
        name = "check",
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        description = "Check flavor names: from the command line, a cloud, a file, or standard input (one a line).")
final class CheckNamesCommand implements Callable<Integer> {

    @ArgGroup
    private Source source = new Source();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "strict",
            description = "strict: the standard's grammar (default); upstream: as upstream's test suite reads names.")
    private Mode mode = Mode.STRICT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show only names that are not valid.")
    private boolean quiet;

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream in;
    private final CloudNames clouds;

    /** Where names come from; one of these. */
    static final class Source {
        @Parameters(arity = "0..*", paramLabel = "NAME", description = "Flavor names.")
        private List<String> names = List.of();

        @Option(names = "--cloud", paramLabel = "NAME", description = "All flavors of this cloud of clouds.yaml.")
        private @Nullable String cloud;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "A file with one name a line; - for standard input.")
        private @Nullable Path file;
    }

    /** For picocli: the process's own input and clouds. */
    CheckNamesCommand() {
        this(System.in, CloudNames.configured());
    }

    CheckNamesCommand(InputStream in, CloudNames clouds) {
        this.in = in;
        this.clouds = clouds;
    }

    @Override
    public Integer call() {
        var paper = Paper.out(spec);
        var count = new Count();
        for (var name : names()) {
            check(paper, name, count);
        }
        if (!quiet) {
            Paper.err(spec).println(count.text());
        }
        return count.bad > 0 ? ExitCode.DOES_NOT_CONFORM : 0;
    }

    private void check(Paper paper, String name, Count count) {
        if (!FlavorNames.isScs(name)) {
            count.other++;
            say(paper, "-     " + Paper.plain(name) + "  (no SCS name: not judged)");
            return;
        }
        var dialect = mode == Mode.UPSTREAM ? Dialect.UPSTREAM : Dialect.STANDARD;
        switch (FlavorNames.parse(name, dialect)) {
            case Parse.Invalid invalid -> {
                count.bad++;
                paper.problems(name, invalid);
            }
            case Parse.Parsed(FlavorName meant, Notation notation)
            when notation == Notation.V1 -> {
                count.old++;
                say(
                        paper,
                        paper.styled("yellow", "old") + "   " + name + "  (v1, tolerated; write " + meant.canonical()
                                + ")");
            }
            case Parse.Parsed ignored -> {
                count.valid++;
                say(paper, paper.styled("green", "ok") + "    " + name);
            }
        }
    }

    private void say(Paper paper, String line) {
        if (!quiet) {
            paper.line(line);
        }
    }

    private List<String> names() {
        if (source.cloud != null) {
            return clouds.of(source.cloud);
        }
        if (!source.names.isEmpty()) {
            return source.names;
        }
        try {
            return lines();
        } catch (NoSuchFileException missing) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "there is no file " + missing.getFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> lines() throws IOException {
        var file = source.file;
        var text = file == null || file.toString().equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static final class Count {
        private int valid;
        private int old;
        private int bad;
        private int other;

        private String text() {
            int all = valid + old + bad + other;
            return "%s %s: %s valid, %s of v1, %s not valid, %s not SCS"
                    .formatted(all, all == 1 ? "name" : "names", valid, old, bad, other);
        }
    }
}
