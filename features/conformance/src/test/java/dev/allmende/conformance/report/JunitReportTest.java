package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitReportTest {

    @Test
    void hasASuitePerStandardWhoseNumbersAreRight() throws IOException {
        var xml = Xml.parse(GoldenTest.write(SampleReport.sample(), ReportFormat.JUNIT));
        var suites = Xml.all(xml, "testsuite");

        assertThat(suites)
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly(
                        "scs-0100-v3",
                        "scs-0101-v1",
                        "scs-0102-v1",
                        "scs-0123-v1",
                        "scs-0102-v1, in no version",
                        "scs-0302-v1, beyond the certificate",
                        "not covered");
        assertThat(suites).allSatisfy(suite -> {
            assertThat(suite.getAttribute("tests")).isEqualTo("" + count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo("" + count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo("" + count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo("" + count(suite, "skipped"));
        });
        var all = xml.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("" + count(all, "testcase"));
        assertThat(all.getAttribute("failures")).isEqualTo("" + count(all, "failure"));
        assertThat(all.getAttribute("errors")).isEqualTo("" + count(all, "error"));
        assertThat(all.getAttribute("skipped")).isEqualTo("" + count(all, "skipped"));
    }

    @Test
    void tellsFailureErrorAndSkipApart() throws IOException {
        var xml = Xml.parse(GoldenTest.write(SampleReport.sample(), ReportFormat.JUNIT));

        assertThat(Xml.all(xml, "failure")).hasSize(2);
        assertThat(Xml.all(xml, "error"))
                .singleElement()
                .extracting(error -> error.getAttribute("message"))
                .isEqualTo(
                        "A server has 256 bits of entropy: the server did not boot within 60 s: see its console log");
        assertThat(Xml.all(xml, "skipped")).hasSize(3);
    }

    @Test
    void saysWhatTheOtherReadingSays() throws IOException {
        var xml = Xml.parse(GoldenTest.write(SampleReport.sample(Mode.STRICT), ReportFormat.JUNIT));

        assertThat(Xml.all(xml, "system-out"))
                .extracting(Element::getTextContent)
                .contains("in mode UPSTREAM this is PASS: absent passes\n");
    }

    private static int count(Element element, String tag) {
        return element.getElementsByTagName(tag).getLength();
    }
}
