package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What reports look like, to the byte. After a wanted change write the files anew with
 * {@code -Dtest=GoldenTest -Dsurefire.argLine=-Dallmende.golden=write} and read the difference.
 */
class GoldenTest {

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesTheSampleAsAgreed(ReportFormat format) throws IOException {
        compare("sample." + format.extension(), write(SampleReport.sample(), format));
    }

    @Test
    void writesTheSampleInColourOnANarrowTerminal() throws IOException {
        var out = new StringWriter();
        TableReport.write(SampleReport.sample(Mode.STRICT), new TableStyle(true, 60, true), out);

        compare("sample-strict-colour-60.txt", out.toString());
    }

    static String write(Report report, ReportFormat format) throws IOException {
        var out = new StringWriter();
        format.write(report, out);
        return out.toString();
    }

    private static void compare(String name, String text) throws IOException {
        var file = Path.of(
                Objects.requireNonNull(System.getProperty("allmende.root"), "allmende.root"),
                "features/conformance/src/test/resources/dev/allmende/conformance/report",
                name);
        if ("write".equals(System.getProperty("allmende.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
