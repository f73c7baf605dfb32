package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Summary.Standard;
import dev.allmende.conformance.report.Summary.Weight;
import dev.allmende.conformance.report.TableText.Paint;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.util.List;

/**
 * The test cases of a table. What counts and is not well is told in full, what is well in one line per standard, and what
 * counts for no certificate in two, so that it does not drown the rest; all of it is told when the style says so.
 */
final class TableCases {

    /** Kinds of findings told of one test case, and items told of one kind. */
    private static final int KINDS = 8;

    private static final int ITEMS = 3;

    private static final String BODY = " ".repeat(9);

    private final Mode mode;
    private final TableStyle style;
    private final TableText text;

    /** The clause told last in this standard, not to be told again. */
    private String clause = "";

    TableCases(Mode mode, TableStyle style, TableText text) {
        this.mode = mode;
        this.style = style;
        this.text = text;
    }

    void write(List<Standard> standards) throws IOException {
        if (style.all()) {
            for (var standard : standards) {
                inFull(standard, standard.outcomes());
            }
            return;
        }
        var counting = standards.stream()
                .filter(standard -> standard.weight() == Weight.COUNTS)
                .toList();
        for (var standard : counting) {
            if (allPass(standard)) {
                passed(standard);
            }
        }
        if (counting.stream().anyMatch(TableCases::allPass)) {
            text.blank();
        }
        for (var standard : counting) {
            if (!allPass(standard)) {
                inFull(standard, notPassed(standard));
            }
        }
        extras(standards.stream()
                .filter(standard -> standard.weight() != Weight.COUNTS)
                .toList());
    }

    private static boolean allPass(Standard standard) {
        return standard.counts().passed() == standard.counts().all();
    }

    private List<Outcome> notPassed(Standard standard) {
        return standard.outcomes().stream()
                .filter(outcome -> outcome.by(mode).verdict() != Verdict.PASS)
                .toList();
    }

    private void passed(Standard standard) throws IOException {
        int count = standard.counts().all();
        text.wrapped(
                "  " + text.paint(Paint.GREEN, text.padded("PASS", 5)) + "  ",
                BODY,
                name(standard) + "  (" + count + (count == 1 ? " test case)" : " test cases)"),
                Paint.NONE);
    }

    private void extras(List<Standard> standards) throws IOException {
        if (standards.isEmpty()) {
            return;
        }
        text.heading("Counts for no certificate (--all tells all of it)");
        for (var standard : standards) {
            var paint = allPass(standard) ? Paint.GREEN : Paint.YELLOW;
            text.wrapped(
                    "  " + text.paint(paint, text.padded(allPass(standard) ? "PASS" : "look", 5)) + "  ",
                    BODY,
                    name(standard) + "  (" + standard.counts().words() + ", "
                            + standard.weight().words() + ")",
                    Paint.NONE);
            var ids = notPassed(standard).stream()
                    .map(outcome -> outcome.testCase().id())
                    .toList();
            var rest = ids.size() > ITEMS ? " and " + (ids.size() - ITEMS) + " more" : "";
            part(BODY, "", String.join(", ", ids.subList(0, Math.min(ITEMS, ids.size()))) + rest, Paint.FAINT);
        }
        text.blank();
    }

    private static String name(Standard standard) {
        return standard.id() + (standard.title().isEmpty() ? "" : "  " + standard.title());
    }

    private void inFull(Standard standard, List<Outcome> outcomes) throws IOException {
        var remark = standard.weight().words();
        text.heading(
                name(standard) + "  (" + standard.counts().words() + (remark.isEmpty() ? "" : ", " + remark) + ")");
        clause = "";
        for (var outcome : outcomes) {
            testCase(outcome);
        }
        text.blank();
    }

    private void testCase(Outcome outcome) throws IOException {
        var judgement = outcome.by(mode);
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
        if (verdict == Verdict.FAIL && clauseIsNew) {
            clause(BODY, outcome.testCase().clause());
        }
    }

    private void findings(Judgement judgement) throws IOException {
        var shown = judgement.findings().stream()
                .filter(finding ->
                        style.all() || judgement.verdict() != Verdict.PASS || finding.severity() != Severity.NOTE)
                .toList();
        if (style.all()) {
            for (var finding : shown) {
                finding(finding, "");
                clause(BODY + "  ", finding.clause().orElse(clause));
            }
            return;
        }
        var folded = Folded.of(shown);
        for (var group : folded.subList(0, Math.min(KINDS, folded.size()))) {
            finding(group.first(), others(group));
            clause(BODY + "  ", group.first().clause().orElse(clause));
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

    /** Told when it is another than the one told last. */
    private void clause(String indent, String now) throws IOException {
        if (!now.equals(clause)) {
            part(indent, "", now, Paint.FAINT);
            clause = now;
        }
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
}
