package dev.allmende.conformance.report;

import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One test case of the page: a line that opens to reason, findings and where it counts. */
final class HtmlCase {

    /** Longer lists stay closed, so that the page can be overlooked. */
    private static final int OPEN = 12;

    private static final int ITEMS = 4;

    private final Report report;
    private final Summary summary;
    private final Markup html;

    HtmlCase(Report report, Summary summary, Markup html) {
        this.report = report;
        this.summary = summary;
        this.html = html;
    }

    void write(Outcome outcome) throws IOException {
        var testCase = outcome.testCase();
        var judgement = outcome.by(report.mode());
        var folded = Folded.of(judgement.findings());
        var tone = judgement.verdict().name().toLowerCase(Locale.ROOT) + (outcome.differs() ? " differs" : "");
        if (judgement.verdict() != Verdict.PASS && folded.size() <= OPEN) {
            html.open("details", "class", "case " + tone, "id", testCase.id(), "open", "open");
        } else {
            html.open("details", "class", "case " + tone, "id", testCase.id());
        }
        html.open("summary");
        html.leaf("span", judgement.verdict().name(), "class", "badge " + tone);
        html.open("span", "class", "what").leaf("code", testCase.id()).text(" ");
        inline(testCase.title());
        html.close();
        if (outcome.differs()) {
            html.leaf("span", "readings differ", "class", "chip");
        }
        if (!judgement.findings().isEmpty()) {
            html.leaf("span", count(judgement.findings()), "class", "count");
        }
        html.close().line();
        body(outcome, judgement, folded);
        html.close().line();
    }

    private static String count(List<Finding> findings) {
        return findings.size() == 1 ? "1 finding" : findings.size() + " findings";
    }

    private void body(Outcome outcome, Judgement judgement, List<Folded> folded) throws IOException {
        html.open("div", "class", "body").line();
        html.open("p", "class", "reason");
        inline(judgement.reason());
        html.close().line();
        if (!folded.isEmpty()) {
            findings(folded);
        }
        if (outcome.differs()) {
            var other = report.mode() == Mode.STRICT ? Mode.UPSTREAM : Mode.STRICT;
            html.open("p", "class", "other");
            html.text(other == Mode.STRICT ? "By the text of the standard this is " : "In upstream's suite this is ");
            var reading = outcome.by(other);
            html.leaf("strong", reading.verdict().name()).text(": ");
            inline(reading.reason());
            html.close().line();
        }
        places(outcome);
        html.close().line();
    }

    private void places(Outcome outcome) throws IOException {
        html.open("p", "class", "places");
        if (!outcome.testCase().clause().isEmpty()) {
            link(
                    outcome.testCase().clause(),
                    "Text of the standard",
                    outcome.testCase().id());
            html.text(" ");
        }
        for (var place : summary.membership().getOrDefault(outcome.testCase().id(), List.of())) {
            html.leaf("span", place, "class", "chip").text(" ");
        }
        html.close().line();
    }

    private void findings(List<Folded> folded) throws IOException {
        var table = new HtmlTable(html, "Findings");
        table.head("Item", "Found", "Wanted", "Remedy");
        for (var group : folded) {
            var finding = group.first();
            table.row("class", finding.severity().name().toLowerCase(Locale.ROOT));
            table.beginHeader();
            html.leaf("span", word(finding.severity()), "class", "severity").text(" ");
            items(group);
            table.endHeader();
            cell(table, finding.found());
            cell(table, finding.wanted());
            table.begin();
            remedy(finding.remedy());
            if (finding.clause().isPresent()) {
                html.text(" ");
                link(finding.clause().get(), "Clause", finding.item());
            }
            table.end();
            table.endRow();
        }
        table.close();
    }

    private void items(Folded group) throws IOException {
        html.text(group.items().getFirst());
        if (group.items().size() <= ITEMS) {
            for (var item : group.items().subList(1, group.items().size())) {
                html.empty("br").text(item);
            }
            return;
        }
        html.open("details", "class", "more")
                .leaf("summary", "and " + group.more() + " more")
                .open("ul");
        for (var item : group.items().subList(1, group.items().size())) {
            html.leaf("li", item);
        }
        html.close().close();
    }

    private void cell(HtmlTable table, String text) throws IOException {
        table.begin();
        inline(text);
        table.end();
    }

    /** Text with code between backticks. */
    private void inline(String text) throws IOException {
        var parts = text.split("`", -1);
        boolean paired = parts.length % 2 == 1;
        for (int i = 0; i < parts.length; i++) {
            if (paired && i % 2 == 1) {
                html.leaf("code", parts[i]);
            } else {
                html.text(i > 0 && !paired ? "`" + parts[i] : parts[i]);
            }
        }
    }

    private void remedy(String text) throws IOException {
        if (text.startsWith("openstack ") && text.indexOf('`') < 0) {
            html.leaf("code", text);
        } else {
            inline(text);
        }
    }

    /** Only the web is linked: an address that a cloud could choose must not become a script. */
    private void link(String url, String label, String about) throws IOException {
        if (url.startsWith("https://") || url.startsWith("http://")) {
            html.leaf("a", label, "href", url, "rel", "noreferrer", "aria-label", label + ": " + about);
        } else {
            html.text(url);
        }
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case UNDECIDED -> "Undecided";
            case WARNING -> "Warning";
            case NOTE -> "Note";
        };
    }
}
