package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.NotCovered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the run says nothing about, and what it asked. */
final class HtmlGaps {

    private final Report report;
    private final Markup html;

    HtmlGaps(Report report, Markup html) {
        this.report = report;
        this.html = html;
    }

    void write() throws IOException {
        if (!report.notCovered().isEmpty()) {
            notCovered();
        }
        if (!report.inputs().isEmpty()) {
            inputs();
        }
    }

    private void notCovered() throws IOException {
        html.open("section", "id", "not-covered", "aria-labelledby", "not-covered-title")
                .line();
        html.leaf("h2", "Not covered", "id", "not-covered-title").line();
        html.leaf("p", "This report says nothing about the following.").line();
        Map<String, List<NotCovered>> byReason = new LinkedHashMap<>();
        report.notCovered()
                .forEach(gap -> byReason.computeIfAbsent(gap.why(), why -> new ArrayList<>())
                        .add(gap));
        for (var reason : byReason.entrySet()) {
            html.open("details", "class", "gap").open("summary");
            html.leaf("span", reason.getKey(), "class", "what");
            html.leaf("span", "" + reason.getValue().size(), "class", "count");
            html.close().open("ul").line();
            for (var gap : reason.getValue()) {
                html.open("li")
                        .leaf("code", gap.id())
                        .text(" " + gap.title())
                        .close()
                        .line();
            }
            html.close().close().line();
        }
        html.close().line();
    }

    private void inputs() throws IOException {
        html.open("section", "id", "inputs", "aria-labelledby", "inputs-title").line();
        html.leaf("h2", "What was asked of the cloud", "id", "inputs-title").line();
        html.open("details", "class", "gap").open("summary");
        html.leaf("span", "Requests and how long they took", "class", "what");
        html.leaf("span", "" + report.inputs().size(), "class", "count");
        html.close().line();
        var table = new HtmlTable(html, "Inputs of the test cases");
        table.head("Input", "Milliseconds", "Note");
        for (var input : report.inputs()) {
            table.row();
            table.header(input.input());
            table.number(Math.toIntExact(input.took().toMillis()));
            table.cell(input.note().isEmpty() ? "seen" : input.note());
            table.endRow();
        }
        table.close();
        html.close().close().line();
    }
}
