package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void givesTheSameBytesWhereverItRuns(ReportFormat format) throws IOException {
        var here = GoldenTest.write(SampleReport.sample(), format);
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            for (var other : List.of(Locale.forLanguageTag("tr"), Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
                Locale.setDefault(other);
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
                assertThat(GoldenTest.write(SampleReport.sample(), format)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** What is written in small pieces need not be held whole. */
    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void streamsManyFindings(ReportFormat format) throws IOException {
        var pieces = new Pieces();

        format.write(many(10_000), pieces);

        assertThat(pieces.largest).isLessThan(32_000);
        assertThat(pieces.total).isGreaterThan(format == ReportFormat.TABLE ? 1_000L : 1_000_000L);
    }

    @Test
    void isFoundByNameAndByEnding() {
        assertThat(ReportFormat.words()).containsExactly("table", "html", "yaml", "json", "junit", "sarif");
        assertThat(ReportFormat.named("JUnit")).contains(ReportFormat.JUNIT);
        assertThat(ReportFormat.named("pdf")).isEmpty();
        assertThat(ReportFormat.ofFile(Path.of("out/report.HTML"))).contains(ReportFormat.HTML);
        assertThat(ReportFormat.ofFile(Path.of("report.yml"))).contains(ReportFormat.YAML);
        assertThat(ReportFormat.ofFile(Path.of("report.sarif.json"))).contains(ReportFormat.SARIF);
        assertThat(ReportFormat.ofFile(Path.of("report.json"))).contains(ReportFormat.JSON);
        assertThat(ReportFormat.ofFile(Path.of("report"))).isEmpty();
    }

    @Test
    void writesUtf8(@TempDir Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        ReportFormat.JSON.write(SampleReport.sample(), out);
        var file = folder.resolve("new/folder/report.json");
        ReportFormat.JSON.write(SampleReport.sample(), file);

        assertThat(Files.readAllBytes(file)).isEqualTo(out.toByteArray());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(GoldenTest.write(SampleReport.sample(), ReportFormat.JSON));
    }

    @Test
    void replacesAFileWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("report.txt"), "old");

        assertThatThrownBy(() -> ReportFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining("glob:**/report.txt");

        ReportFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void followsLinksAndLetsOthersRead(@TempDir Path folder) throws IOException {
        var target = Files.writeString(folder.resolve("target.txt"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

        ReportFile.write(link, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("new");
        assertThat(Files.getPosixFilePermissions(target)).contains(PosixFilePermission.OWNER_READ);
    }

    private static Report many(int count) {
        var findings = IntStream.range(0, count)
                .mapToObj(i -> new Finding(
                        Severity.ERROR,
                        "image image-" + i + " (" + i + ")",
                        "value " + i + " of the property os_distro",
                        "a name from the list of libosinfo",
                        "openstack image set --property os_distro=NAME " + i,
                        Optional.of("https://docs.scs.community/standards/scs-0102-v1-image-metadata")))
                .toList();
        var sample = SampleReport.sample();
        return new Report(
                sample.header(),
                sample.subject(),
                sample.referenceDate(),
                sample.mode(),
                sample.arguments(),
                sample.scope(),
                sample.versions(),
                List.of(SampleReport.both(
                        "scs-0102-prop-os_distro",
                        "scs-0102-v1",
                        "Images name their distribution",
                        new Judgement(Verdict.FAIL, "all are wrong", findings))),
                List.of(),
                List.of(),
                List.of());
    }

    /** Counts what is written and keeps nothing. */
    private static final class Pieces extends Writer {
        private int largest;
        private long total;

        @Override
        public void write(char[] buffer, int offset, int length) {
            largest = Math.max(largest, length);
            total += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
