package dev.allmende.conformance.report;

import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * JUnit XML as CI systems read it: a test suite per standard, FAIL as failure, ABORT as error, and a last suite whose
 * skipped tests are what the run does not cover.
 */
final class JunitReport {

    private static final String NOT_COVERED = "not covered";

    private final Report report;
    private final Markup xml;

    private JunitReport(Report report, Writer out) {
        this.report = report;
        this.xml = new Markup(out);
    }

    static void write(Report report, Writer out) throws IOException {
        new JunitReport(report, out).document();
    }

    private void document() throws IOException {
        var summary = Summary.of(report);
        var counts = summary.counts();
        int skipped = report.notCovered().size();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.open(
                        "testsuites",
                        "name",
                        summary.headline(),
                        "tests",
                        "" + (counts.all() + skipped),
                        "failures",
                        "" + counts.failed(),
                        "errors",
                        "" + counts.aborted(),
                        "skipped",
                        "" + skipped)
                .line();
        for (var standard : summary.standards()) {
            var remark = standard.weight().words();
            suite(standard.id() + (remark.isEmpty() ? "" : ", " + remark), standard.counts(), 0);
            for (var outcome : standard.outcomes()) {
                testCase(outcome);
            }
            xml.close().line();
        }
        if (skipped > 0) {
            suite(NOT_COVERED, new Summary.Counts(0, 0, 0, 0), skipped);
            for (var gap : report.notCovered()) {
                xml.open("testcase", "classname", NOT_COVERED, "name", gap.id())
                        .empty("skipped", "message", gap.why())
                        .close()
                        .line();
            }
            xml.close().line();
        }
        xml.close().line();
    }

    private void suite(String name, Summary.Counts counts, int skipped) throws IOException {
        var time = report.header().takenAt().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        xml.open(
                        "testsuite",
                        "name",
                        name,
                        "tests",
                        "" + (counts.all() + skipped),
                        "failures",
                        "" + counts.failed(),
                        "errors",
                        "" + counts.aborted(),
                        "skipped",
                        "" + skipped,
                        "timestamp",
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time),
                        "hostname",
                        report.subject())
                .line();
    }

    private void testCase(Outcome outcome) throws IOException {
        var judgement = outcome.by(report.mode());
        xml.open(
                "testcase",
                "classname",
                outcome.testCase().standard(),
                "name",
                outcome.testCase().id());
        switch (judgement.verdict()) {
            case FAIL -> problem("failure", outcome, judgement);
            case ABORT -> problem("error", outcome, judgement);
            case PASS -> {}
        }
        output(outcome, judgement);
        xml.close().line();
    }

    private void problem(String tag, Outcome outcome, Judgement judgement) throws IOException {
        xml.open(
                tag,
                "type",
                judgement.verdict().name(),
                "message",
                outcome.testCase().title() + ": " + judgement.reason());
        findings(judgement);
        xml.close();
    }

    private void output(Outcome outcome, Judgement judgement) throws IOException {
        boolean quiet =
                judgement.verdict() != Verdict.PASS || judgement.findings().isEmpty();
        if (quiet && !outcome.differs()) {
            return;
        }
        xml.open("system-out");
        if (!quiet) {
            findings(judgement);
        }
        if (outcome.differs()) {
            var other = report.mode() == Mode.STRICT ? Mode.UPSTREAM : Mode.STRICT;
            var reading = outcome.by(other);
            xml.text("in mode " + other + " this is " + reading.verdict() + ": " + Plain.line(reading.reason()) + "\n");
        }
        xml.close();
    }

    private void findings(Judgement judgement) throws IOException {
        for (var finding : judgement.findings()) {
            xml.text(finding.severity() + " " + Plain.finding(finding) + "\n");
        }
    }
}
