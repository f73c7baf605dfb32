package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Summary.Conclusion;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The top of the page: what it comes to, per version and per standard. */
final class HtmlOverview {

    /** Formatters would load the JDK's locale data, which takes longer than writing the page. */
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final Report report;
    private final Summary summary;
    private final Markup html;

    HtmlOverview(Report report, Summary summary, Markup html) {
        this.report = report;
        this.summary = summary;
        this.html = html;
    }

    void banner() throws IOException {
        html.open("header", "class", "banner " + tone(summary.conclusion())).line();
        html.open("div", "class", "inner").line();
        html.leaf("p", "SCS conformance report", "class", "kicker").line();
        html.open("div", "class", "verdict");
        html.leaf("span", mark(summary.conclusion()), "class", "mark", "aria-hidden", "true");
        html.leaf("h1", summary.headline()).close().line();
        html.leaf("p", summary.detail() + ".", "class", "detail").line();
        html.open("p", "class", "meta");
        fact("Seen", time(report.header().takenAt()));
        fact("Rules of", date(report.referenceDate()));
        fact("Judged", report.mode() == Mode.STRICT ? "by the text of the standards" : "as upstream's suite judges");
        html.close().line();
        html.close().close().line();
    }

    private void fact(String name, String value) throws IOException {
        html.open("span").leaf("b", name).text(" " + value).close().text(" ");
    }

    private static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    private static String time(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var clock = DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        return date(time.toLocalDate()) + ", " + clock + " UTC";
    }

    void leftovers() throws IOException {
        if (report.leftovers().isEmpty()) {
            return;
        }
        html.open("section", "class", "alert", "aria-labelledby", "leftovers").line();
        html.leaf("h2", "Left behind in the cloud", "id", "leftovers").line();
        html.leaf("p", "These resources of the run could not be removed:").open("ul");
        for (var leftover : report.leftovers()) {
            html.leaf("li", leftover);
        }
        html.close().close().line();
    }

    void versions() throws IOException {
        if (report.versions().isEmpty()) {
            return;
        }
        HtmlReport.section(html, "versions", "Versions of the scope");
        var table = new HtmlTable(html, "Versions of the scope and their verdicts");
        table.head("Version", "Validity", "Target", "Verdict", "Pass", "Fail", "Abort", "Missing");
        for (var version : report.versions()) {
            for (var target : version.targets()) {
                table.row();
                table.header(version.version());
                table.cell(version.validity());
                table.cell(target.target());
                table.begin();
                HtmlReport.badge(html, target.verdict().map(Verdict::name).orElse("MISS"));
                table.end();
                counts(table, target);
                table.endRow();
            }
        }
        table.close();
        html.close().line();
    }

    private static void counts(HtmlTable table, TargetResult target) throws IOException {
        table.number(target.passed().size());
        table.number(target.failed().size());
        table.number(target.aborted().size());
        table.number(target.missing().size());
    }

    void standards() throws IOException {
        HtmlReport.section(html, "standards", "Standards");
        html.open("ul", "class", "cards").line();
        for (var standard : summary.standards()) {
            var counts = standard.counts();
            html.open("li").open("a", "href", "#" + HtmlReport.anchor(standard), "class", "card");
            html.leaf("span", standard.id(), "class", "id");
            html.leaf("span", standard.title().isEmpty() ? standard.id() : standard.title(), "class", "name");
            bar(counts);
            html.leaf("span", counts.words(), "class", "score");
            HtmlReport.remark(html, standard.weight());
            html.close().close().line();
        }
        html.close().close().line();
    }

    private void bar(Summary.Counts counts) throws IOException {
        html.open("span", "class", "bar", "aria-hidden", "true");
        slice("pass", counts.passed());
        slice("fail", counts.failed());
        slice("abort", counts.aborted());
        html.close();
    }

    private void slice(String tone, int count) throws IOException {
        if (count > 0) {
            html.leaf("span", "", "class", tone, "style", "flex-grow:" + count);
        }
    }

    private static String tone(Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS -> "pass";
            case DOES_NOT_CONFORM -> "fail";
            case UNDECIDED -> "abort";
        };
    }

    private static String mark(Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS -> "✓";
            case DOES_NOT_CONFORM -> "✗";
            case UNDECIDED -> "?";
        };
    }
}
