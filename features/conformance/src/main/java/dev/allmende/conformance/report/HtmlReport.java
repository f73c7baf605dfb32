package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Summary.Weight;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * One page that needs nothing else: no script, no font, no image, no network. Verdicts are words; colours only help. The
 * page is well-formed XML too, which is how its test reads it.
 */
final class HtmlReport {

    private final Report report;
    private final Summary summary;
    private final Markup html;

    private HtmlReport(Report report, Writer out) {
        this.report = report;
        this.summary = Summary.of(report);
        this.html = new Markup(out);
    }

    static void write(Report report, Writer out) throws IOException {
        new HtmlReport(report, out).page();
    }

    private void page() throws IOException {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head();
        html.open("body").line();
        html.leaf("a", "Skip to the test cases", "class", "skip", "href", "#cases")
                .line();
        var overview = new HtmlOverview(report, summary, html);
        overview.banner();
        html.open("main").line();
        overview.leftovers();
        overview.versions();
        overview.standards();
        cases();
        differences();
        new HtmlGaps(report, html).write();
        provenance();
        html.close().line();
        footer();
        html.close().close().line();
    }

    private void head() throws IOException {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.empty("meta", "name", "generator", "content", report.header().tool())
                .line();
        html.leaf("title", summary.headline()).line();
        html.open("style").raw("\n" + css()).close().line();
        html.close().line();
    }

    private static String css() {
        try (var in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the program's own report.css cannot be read", damaged);
        }
    }

    private void cases() throws IOException {
        section(html, "cases", "Test cases");
        filter();
        for (var standard : summary.standards()) {
            html.open("section", "class", "standard", "aria-labelledby", anchor(standard))
                    .line();
            html.open("h3", "id", anchor(standard))
                    .leaf("span", standard.id(), "class", "id")
                    .text(" " + standard.title());
            html.text(" ");
            remark(html, standard.weight());
            html.close().line();
            for (var outcome : standard.outcomes()) {
                new HtmlCase(report, summary, html).write(outcome);
            }
            html.close().line();
        }
        html.close().line();
    }

    /** Radio buttons that the style sheet reacts to; without support for {@code :has()} everything is shown. */
    private void filter() throws IOException {
        var counts = summary.counts();
        html.open("fieldset", "class", "filter").leaf("legend", "Show").line();
        choice("all", "all", counts.all(), true);
        choice("fail", "FAIL", counts.failed(), false);
        choice("abort", "ABORT", counts.aborted(), false);
        choice("pass", "PASS", counts.passed(), false);
        choice("differs", "differing", counts.differing(), false);
        html.close().line();
    }

    private void choice(String id, String label, int count, boolean chosen) throws IOException {
        html.open("span", "class", "choice");
        if (chosen) {
            html.empty("input", "type", "radio", "name", "show", "id", "show-" + id, "checked", "checked");
        } else {
            html.empty("input", "type", "radio", "name", "show", "id", "show-" + id);
        }
        html.open("label", "for", "show-" + id)
                .text(label + " ")
                .leaf("span", "" + count, "class", "count")
                .close();
        html.close().line();
    }

    private void differences() throws IOException {
        var differing = report.outcomes().stream().filter(Outcome::differs).toList();
        if (differing.isEmpty()) {
            return;
        }
        section(html, "differences", "Where upstream's suite and the text of the standards differ");
        var table = new HtmlTable(html, "Test cases that the two readings judge differently");
        table.head("Test case", "Upstream's suite", "Text of the standard");
        for (var outcome : differing) {
            table.row();
            table.beginHeader();
            html.open("a", "href", "#" + outcome.testCase().id())
                    .leaf("code", outcome.testCase().id())
                    .close();
            table.endHeader();
            for (var mode : Mode.values()) {
                var judgement = outcome.by(mode);
                table.begin();
                badge(html, judgement.verdict().name());
                html.text(" " + judgement.reason());
                table.end();
            }
            table.endRow();
        }
        table.close();
        html.close().line();
    }

    private void provenance() throws IOException {
        section(html, "provenance", "Provenance");
        var header = report.header();
        html.open("dl", "class", "facts").line();
        term("Subject", report.subject());
        term("Cloud", header.cloud() + (header.region().isEmpty() ? "" : ", region " + header.region()));
        term("Keystone", header.authUrl());
        term("Run", header.runUuid());
        term("Seen at", header.takenAt().toString());
        term("Program", header.tool());
        term("Arguments", String.join(" ", report.arguments()));
        term("Changes to the cloud", header.readOnly() ? "none: the run was read-only" : "allowed");
        report.scope().ifPresent(scope -> {
            try {
                term("Scope", scope.name() + " (" + scope.uuid() + ")");
                term("Scope file", scope.url());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        term("Scope read from", report.provenance().scopeOrigin());
        term("Digest of the snapshot", report.provenance().snapshotDigest());
        html.close().close().line();
    }

    private void term(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            html.open("div").leaf("dt", name).leaf("dd", value).close().line();
        }
    }

    private void footer() throws IOException {
        html.open("footer")
                .leaf(
                        "p",
                        "Written by " + report.header().tool()
                                + ". PASS: all was looked at and is right. FAIL: at least one thing is proved wrong."
                                + " ABORT: it could not be decided. MISS: not tried.")
                .close()
                .line();
    }

    static void section(Markup html, String id, String title) throws IOException {
        html.open("section", "id", id, "aria-labelledby", id + "-title").line();
        html.leaf("h2", title, "id", id + "-title").line();
    }

    static void badge(Markup html, String verdict) throws IOException {
        html.leaf("span", verdict, "class", "badge " + verdict.toLowerCase(Locale.ROOT));
    }

    static void remark(Markup html, Weight weight) throws IOException {
        if (!weight.words().isEmpty()) {
            html.leaf("span", weight.words(), "class", "chip");
        }
    }

    static String anchor(Summary.Standard standard) {
        var id = "standard-" + standard.id().replaceAll("[^A-Za-z0-9.-]", "-");
        var weight = standard.weight();
        return weight == Weight.COUNTS ? id : id + "-" + weight.name().toLowerCase(Locale.ROOT);
    }
}
