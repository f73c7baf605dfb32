package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.report.ReportFormat;
import dev.allmende.conformance.report.TableReport;
import dev.allmende.conformance.report.TableStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the report goes. */
final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]|FILE",
            completionCandidates = Formats.class,
            description = "Write the report as ${COMPLETION-CANDIDATES}; to FILE, else to standard output. May be"
                    + " repeated. A FILE alone gives the format by its ending. Default: table.")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--all", description = "In the table, show every finding, also of test cases that pass.")
    private boolean all;

    /** Stands for the cloud's name in names of files. */
    private static final String CLOUD = "{cloud}";

    /** One place for the report. */
    record Output(ReportFormat format, Optional<Path> file) {

        Output of(String cloud) {
            return new Output(format, file.map(path -> fileOf(path, cloud)));
        }
    }

    /** The file of one of several clouds; a name that no file can have is made harmless. */
    static Path fileOf(Path file, String cloud) {
        return Path.of(file.toString().replace(CLOUD, cloud.replaceAll("[^A-Za-z0-9._-]", "_")));
    }

    /** @throws UserError when reports of several clouds would be written over each other */
    static void apart(String option, Path file) {
        if (!file.toString().contains(CLOUD)) {
            throw new UserError(
                    ExitCode.USAGE,
                    option + " " + file + ": several clouds need a file each; put " + CLOUD + " into the name, like "
                            + file.resolveSibling(CLOUD + "-" + file.getFileName()));
        }
    }

    /** @throws UserError when several reports cannot go to these places */
    static void several(List<Output> outputs) {
        for (var output : outputs) {
            output.file().ifPresent(file -> apart("--output", file));
            if (output.file().isEmpty()
                    && output.format() != ReportFormat.TABLE
                    && output.format() != ReportFormat.YAML) {
                throw new UserError(
                        ExitCode.USAGE,
                        "--output " + output.format().word() + ": only table and yaml of several clouds can follow each"
                                + " other; name a file, like " + output.format().word() + "=" + CLOUD + "."
                                + output.format().extension());
            }
        }
    }

    /** For completion and help. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReportFormat.words().iterator();
        }
    }

    boolean given() {
        return !outputs.isEmpty();
    }

    /** Reads the options before the cloud is asked, so that a typing error costs no run. */
    List<Output> parse() {
        var parsed = new ArrayList<Output>();
        for (var text : outputs) {
            parsed.add(parse(text));
        }
        if (parsed.stream().filter(output -> output.file().isEmpty()).count() > 1) {
            throw new UserError(
                    ExitCode.USAGE, "only one --output can go to standard output: name a file, FORMAT=FILE");
        }
        if (parsed.isEmpty()) {
            parsed.add(new Output(ReportFormat.TABLE, Optional.empty()));
        }
        return parsed;
    }

    private static Output parse(String text) {
        int equals = text.indexOf('=');
        if (equals >= 0) {
            var file = text.substring(equals + 1);
            if (file.isEmpty()) {
                throw new UserError(ExitCode.USAGE, "--output " + text + " names no file after '='");
            }
            return new Output(named(text.substring(0, equals)), Optional.of(Path.of(file)));
        }
        var format = ReportFormat.named(text);
        if (format.isPresent()) {
            return new Output(format.get(), Optional.empty());
        }
        if (text.contains(".") || text.contains("/")) {
            var file = Path.of(text);
            return new Output(ReportFormat.ofFile(file).orElseThrow(() -> unknown(text)), Optional.of(file));
        }
        throw unknown(text);
    }

    private static ReportFormat named(String word) {
        return ReportFormat.named(word).orElseThrow(() -> unknown(word));
    }

    private static UserError unknown(String text) {
        return new UserError(
                ExitCode.USAGE,
                "--output " + text + ": no such format; there are " + String.join(", ", ReportFormat.words()));
    }

    /** What a demo leaves beside its table. */
    static Output demoPage() {
        return new Output(ReportFormat.HTML, Optional.of(Path.of("allmende-demo.html")));
    }

    void write(Report report, List<Output> outputs, Terminal terminal, boolean quiet) throws IOException {
        for (var output : outputs) {
            var file = output.file().orElse(null);
            if (file != null) {
                output.format().write(report, file);
            } else if (output.format() == ReportFormat.TABLE) {
                TableReport.write(report, new TableStyle(terminal.colours(), terminal.width(), all), terminal.out());
            } else {
                output.format().write(report, terminal.out());
            }
        }
        terminal.out().flush();
        if (quiet) {
            return;
        }
        for (var output : outputs) {
            output.file()
                    .ifPresent(file -> terminal.err().println(output.format().word() + " report: " + file));
        }
    }
}
