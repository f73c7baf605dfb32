package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.NotCovered;
import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.report.TableText.Paint;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for a terminal: details first, the verdict last, where the eye is when the command ends. */
public final class TableReport {

    /** Below, rows of the table of versions become lines. */
    private static final int NARROW = 64;

    private final Report report;
    private final Summary summary;
    private final TableStyle style;
    private final TableText text;

    private TableReport(Report report, TableStyle style, Writer out) {
        this.report = report;
        this.summary = Summary.of(report);
        this.style = style;
        this.text = new TableText(out, style);
    }

    /** Does not close the writer. */
    public static void write(Report report, TableStyle style, Writer out) throws IOException {
        var table = new TableReport(report, style, out);
        new TableCases(report.mode(), style, table.text).write(table.summary.standards());
        table.differences();
        table.notCovered();
        table.leftovers();
        table.versions();
        table.conclusion();
    }

    private void differences() throws IOException {
        var differing = report.outcomes().stream().filter(Outcome::differs).toList();
        if (differing.isEmpty()) {
            return;
        }
        text.heading("Where upstream's suite and the text of the standard differ"
                + (style.all() ? "" : " (--all tells why)"));
        if (!style.all()) {
            byVerdicts(differing);
            text.blank();
            return;
        }
        for (var outcome : differing) {
            text.wrapped("  ", "  ", outcome.testCase().id(), Paint.NONE);
            reading("upstream", outcome.by(Mode.UPSTREAM));
            reading("strict", outcome.by(Mode.STRICT));
        }
        text.blank();
    }

    private void byVerdicts(List<Outcome> differing) throws IOException {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (var outcome : differing) {
            var verdicts = "upstream " + outcome.by(Mode.UPSTREAM).verdict() + ", strict "
                    + outcome.by(Mode.STRICT).verdict();
            ids.computeIfAbsent(verdicts, key -> new ArrayList<>())
                    .add(outcome.testCase().id());
        }
        for (var same : ids.entrySet()) {
            text.wrapped("  ", "  ", same.getKey() + ":", Paint.NONE);
            text.wrapped("    ", "    ", String.join(", ", same.getValue()), Paint.FAINT);
        }
    }

    private void reading(String mode, Judgement judgement) throws IOException {
        var verdict = judgement.verdict();
        text.wrapped(
                "    " + text.padded(mode, 8) + "  " + text.paint(Paint.of(verdict), text.padded(verdict.name(), 5))
                        + "  ",
                " ".repeat(21),
                judgement.reason(),
                Paint.NONE);
    }

    private void notCovered() throws IOException {
        if (report.notCovered().isEmpty()) {
            return;
        }
        text.heading("Not covered by this run");
        Map<String, List<String>> idsByReason = new LinkedHashMap<>();
        for (NotCovered gap : report.notCovered()) {
            idsByReason.computeIfAbsent(gap.why(), why -> new ArrayList<>()).add(gap.id());
        }
        for (var reason : idsByReason.entrySet()) {
            text.wrapped("  ", "  ", reason.getKey() + ":", Paint.NONE);
            text.wrapped("    ", "    ", String.join(", ", reason.getValue()), Paint.FAINT);
        }
        text.blank();
    }

    private void leftovers() throws IOException {
        if (report.leftovers().isEmpty()) {
            return;
        }
        text.wrapped("", "", "Left behind in the cloud, because it could not be removed", Paint.RED);
        for (var leftover : report.leftovers()) {
            text.wrapped("  - ", "    ", leftover, Paint.NONE);
        }
        text.blank();
    }

    private void versions() throws IOException {
        if (report.versions().isEmpty()) {
            return;
        }
        var head = List.of("VERSION", "VALIDITY", "TARGET", "VERDICT", "PASS", "FAIL", "ABORT", "MISS");
        if (style.width() >= NARROW) {
            text.line(text.paint(Paint.BOLD, row(head.subList(0, 3)) + text.padded("VERDICT", 7) + numbers(head)));
        }
        for (var version : report.versions()) {
            for (var target : version.targets()) {
                version(head, version, target);
            }
        }
        text.blank();
    }

    private void version(List<String> head, VersionResult version, TargetResult target) throws IOException {
        var verdict = target.verdict().map(Verdict::name).orElse("MISS");
        var paint = target.verdict().map(Paint::of).orElse(Paint.YELLOW);
        var cells = new ArrayList<>(List.of(version.version(), version.validity(), target.target(), verdict));
        for (var ids : List.of(target.passed(), target.failed(), target.aborted(), target.missing())) {
            cells.add("" + ids.size());
        }
        if (style.width() >= NARROW) {
            text.line(row(cells) + text.paint(paint, text.padded(verdict, 7)) + numbers(cells));
            return;
        }
        text.wrapped("", "", version.version() + " (" + version.validity() + "), " + target.target(), Paint.BOLD);
        var counts = new ArrayList<String>();
        for (int i = 4; i < cells.size(); i++) {
            counts.add(cells.get(i) + " " + head.get(i));
        }
        text.wrapped("  " + text.paint(paint, verdict) + ": ", "  ", String.join(", ", counts), Paint.NONE);
    }

    private String row(List<String> cells) {
        return text.padded(cells.get(0), 10) + text.padded(cells.get(1), 11) + text.padded(cells.get(2), 12);
    }

    private static String numbers(List<String> cells) {
        var numbers = new StringBuilder();
        for (var number : cells.subList(4, cells.size())) {
            numbers.append(" ".repeat(Math.max(1, 6 - number.length()))).append(number);
        }
        return numbers.toString();
    }

    private void conclusion() throws IOException {
        var paint = switch (summary.conclusion()) {
            case CONFORMS -> Paint.GREEN;
            case DOES_NOT_CONFORM -> Paint.RED;
            case UNDECIDED -> Paint.YELLOW;
        };
        text.wrapped("", "", summary.headline(), paint);
        text.wrapped("", "", summary.detail() + ".", Paint.NONE);
        var reading = report.mode() == Mode.STRICT ? "by the text of the standards" : "as upstream's suite judges";
        text.wrapped(
                "",
                "",
                "Seen " + report.header().takenAt().truncatedTo(ChronoUnit.SECONDS) + " by "
                        + report.header().tool() + ", judged " + reading + ", by the rules of " + report.referenceDate()
                        + ".",
                Paint.FAINT);
    }
}
