package dev.allmende.conformance.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms a report can take. Every one is made from the report alone: the same report gives the same bytes. */
public enum ReportFormat {
    TABLE("table", "txt", "text for people, 100 columns, no colours") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            TableReport.write(report, TableStyle.PLAIN, out);
        }
    },
    HTML("html", "html", "one page for people, works offline") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            HtmlReport.write(report, out);
        }
    },
    YAML("yaml", "yaml", "upstream's report, for the compliance monitor") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            UpstreamYaml.write(report, out);
        }
    },
    JSON("json", "json", "everything, for programs; schema report-1.schema.json") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            JsonReport.write(report, out);
        }
    },
    JUNIT("junit", "xml", "JUnit XML, for CI") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            JunitReport.write(report, out);
        }
    },
    SARIF("sarif", "sarif", "SARIF 2.1.0, for code scanning") {
        @Override
        public void write(Report report, Writer out) throws IOException {
            SarifReport.write(report, out);
        }
    };

    private final String word;
    private final String extension;
    private final String about;

    ReportFormat(String word, String extension, String about) {
        this.word = word;
        this.extension = extension;
        this.about = about;
    }

    /** The name users type. */
    public String word() {
        return word;
    }

    /** Of files, without the dot. */
    public String extension() {
        return extension;
    }

    /** What it is for, a few words. */
    public String about() {
        return about;
    }

    /** Names for completion. */
    public static List<String> words() {
        return Stream.of(values()).map(ReportFormat::word).toList();
    }

    /** By the name users type; empty when there is no such format. */
    public static Optional<ReportFormat> named(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> format.word.equals(wanted)).findFirst();
    }

    /** By the ending of a file's name; empty when it says nothing. */
    public static Optional<ReportFormat> ofFile(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.extension)
                        || (format == YAML && name.endsWith(".yml"))
                        || (format == SARIF && name.endsWith(".sarif.json")))
                .reduce((first, second) -> second);
    }

    /** Does not close the writer. */
    public abstract void write(Report report, Writer out) throws IOException;

    /** In UTF-8. Does not close the stream. */
    public void write(Report report, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(report, writer);
        writer.flush();
    }

    /** A reader of the file sees the old content or the new one, never a part. */
    public void write(Report report, Path file) throws IOException {
        ReportFile.write(file, out -> write(report, out));
    }
}
