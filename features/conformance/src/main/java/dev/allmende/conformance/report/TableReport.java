package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.NotCovered;
import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.report.TableText.Paint;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
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

    /** Kinds of findings told of one test case, and items told of one kind. */
    private static final int KINDS = 8;

    private static final int ITEMS = 3;

    /** Below, rows of the table of versions become lines. */
    private static final int NARROW = 64;

    private static final String BODY = " ".repeat(9);

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
        table.standards();
        table.differences();
        table.notCovered();
        table.leftovers();
        table.versions();
        table.conclusion();
    }

    private void standards() throws IOException {
        for (var standard : summary.standards()) {
            var remark = standard.weight().words();
            var title = standard.title().isEmpty() ? "" : "  " + standard.title();
            text.heading(standard.id() + title + "  (" + standard.counts().words()
                    + (remark.isEmpty() ? "" : ", " + remark) + ")");
            for (var outcome : standard.outcomes()) {
                testCase(outcome);
            }
            text.blank();
        }
    }

    private void testCase(Outcome outcome) throws IOException {
        var judgement = outcome.by(report.mode());
        var verdict = judgement.verdict();
        text.wrapped(
                "  " + text.paint(Paint.of(verdict), text.padded(verdict.name(), 5)) + "  ",
                BODY,
                outcome.testCase().id() + "  " + outcome.testCase().title(),
                Paint.NONE);
        if (verdict != Verdict.PASS) {
            text.wrapped(BODY, BODY, judgement.reason(), Paint.of(verdict));
        }
        findings(judgement);
        boolean clauseIsNew = judgement.findings().stream()
                .noneMatch(finding -> finding.clause().isPresent());
        if (verdict == Verdict.FAIL
                && clauseIsNew
                && !outcome.testCase().clause().isEmpty()) {
            text.wrapped(BODY, BODY, outcome.testCase().clause(), Paint.FAINT);
        }
    }

    private void findings(Judgement judgement) throws IOException {
        var shown = judgement.findings().stream()
                .filter(finding ->
                        style.all() || judgement.verdict() != Verdict.PASS || finding.severity() != Severity.NOTE)
                .toList();
        var clause = "";
        if (style.all()) {
            for (var finding : shown) {
                finding(finding, "");
                clause = clause(finding, clause);
            }
            return;
        }
        var folded = Folded.of(shown);
        for (var group : folded.subList(0, Math.min(KINDS, folded.size()))) {
            finding(group.first(), others(group));
            clause = clause(group.first(), clause);
        }
        if (folded.size() > KINDS) {
            int left = folded.subList(KINDS, folded.size()).stream()
                    .mapToInt(group -> group.items().size())
                    .sum();
            text.wrapped(BODY, BODY, "... and " + left + " more findings: --all shows them", Paint.FAINT);
        }
    }

    private static String others(Folded group) {
        if (group.more() == 0) {
            return "";
        }
        var named = group.items().subList(1, Math.min(1 + ITEMS, group.items().size()));
        int rest = group.more() - named.size();
        return "also " + String.join(", ", named) + (rest == 0 ? "" : " and " + rest + " more");
    }

    private void finding(Finding finding, String others) throws IOException {
        var bullet = BODY + "- ";
        var indent = BODY + "  ";
        var paint = paint(finding.severity());
        var label = finding.severity() == Severity.ERROR ? "" : text.paint(paint, word(finding.severity())) + " ";
        var labelled = label.isEmpty() ? bullet : bullet + label;
        text.wrapped(
                labelled,
                indent,
                finding.item() + (finding.found().isEmpty() ? "" : ": " + finding.found()),
                Paint.NONE);
        part(indent, "wanted: ", finding.wanted(), Paint.NONE);
        remedy(indent, finding.remedy());
        part(indent, "", others, Paint.FAINT);
    }

    /** Commands are not wrapped, so that they can be copied. */
    private void remedy(String indent, String remedy) throws IOException {
        if (remedy.startsWith("openstack ")) {
            text.line(indent + "remedy: " + Plain.line(remedy));
        } else {
            part(indent, "remedy: ", remedy, Paint.NONE);
        }
    }

    /** Told when it is another than that of the finding before. */
    private String clause(Finding finding, String before) throws IOException {
        var clause = finding.clause().orElse(before);
        if (!clause.equals(before)) {
            part(BODY + "  ", "", clause, Paint.FAINT);
        }
        return clause;
    }

    private void part(String indent, String label, String value, Paint paint) throws IOException {
        if (!value.isEmpty()) {
            text.wrapped(indent, indent, label + value, paint);
        }
    }

    private static Paint paint(Severity severity) {
        return switch (severity) {
            case ERROR -> Paint.RED;
            case UNDECIDED, WARNING -> Paint.YELLOW;
            case NOTE -> Paint.FAINT;
        };
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case UNDECIDED -> "undecided";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private void differences() throws IOException {
        var differing = report.outcomes().stream().filter(Outcome::differs).toList();
        if (differing.isEmpty()) {
            return;
        }
        text.heading("Where upstream's suite and the text of the standard differ");
        for (var outcome : differing) {
            text.wrapped("  ", "  ", outcome.testCase().id(), Paint.NONE);
            reading("upstream", outcome.by(Mode.UPSTREAM));
            reading("strict", outcome.by(Mode.STRICT));
        }
        text.blank();
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
