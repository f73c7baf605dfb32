package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReportTest {

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void keepsToTheWidthExceptForLongWordsAndCommands(int width) throws IOException {
        var report = table(new TableStyle(false, width, true));

        assertThat(report.lines().filter(line -> line.length() > width))
                .allSatisfy(line -> assertThat(line.strip()).matches("(- )?\\S{20,}|remedy: openstack .*"));
    }

    @Test
    void steersTheTerminalOnlyWithColoursOfItsOwn() throws IOException {
        assertThat(table(new TableStyle(false, 100, true))).doesNotContain("\u001b", "\u202e", "\u0000");
        assertThat(table(new TableStyle(true, 100, true)).replaceAll("\u001b\\[(0|1|2|31;1|32|33;1)m", ""))
                .isEqualTo(table(new TableStyle(false, 100, true)));
    }

    @Test
    void foldsFindingsThatSayTheSame() throws IOException {
        var folded = table(new TableStyle(false, 100, false));
        var all = table(new TableStyle(false, 100, true));

        assertThat(folded)
                .contains("also image node-11 (id-11), image node-12 (id-12), image node-13 (id-13) and 16 more")
                .doesNotContain("node-14");
        assertThat(all).contains("image node-14 (id-14): no property os_distro").doesNotContain("also image");
    }

    @Test
    void endsWithTheVerdict() throws IOException {
        var lines = table(TableStyle.PLAIN).lines().toList();

        assertThat(lines.subList(lines.size() - 4, lines.size() - 2))
                .isEqualTo(List.of(
                        "Demo Cloud does not conform to SCS-compatible IaaS v5.1",
                        "2 of 5 mandatory test cases pass, 2 fail, 1 was not decided."));
    }

    @Test
    void refusesATerminalTooNarrowForATable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableStyle(false, 39, false))
                .withMessage("a table needs a width of 40 columns or more, was 39");
    }

    @Test
    void wrapsBetweenWordsAndLeavesLongWordsWhole() {
        assertThat(TableText.split("one two three", 7, 7)).containsExactly("one two", "three");
        assertThat(TableText.split("onetwothree four", 5, 5)).containsExactly("onetwothree", "four");
        assertThat(TableText.split("a onetwothree", 5, 5)).containsExactly("a", "onetwothree");
        assertThat(TableText.split("", 5, 5)).containsExactly("");
        assertThat(TableText.split("ab cd", 2, 10)).containsExactly("ab", "cd");
    }

    private static String table(TableStyle style) throws IOException {
        var out = new StringWriter();
        TableReport.write(SampleReport.sample(), style, out);
        return out.toString();
    }
}
