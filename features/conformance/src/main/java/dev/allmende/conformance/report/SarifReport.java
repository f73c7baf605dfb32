package dev.allmende.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SARIF 2.1.0 (OASIS): test cases are the rules, findings the results, items of the cloud the logical locations. A
 * finding that could not be decided is of kind {@code open}, and then SARIF demands level {@code none} (3.27.10).
 */
final class SarifReport {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private final Report report;
    private final JsonGenerator json;

    private SarifReport(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(Report report, Writer out) throws IOException {
        try (var json = JsonReport.generator(out)) {
            new SarifReport(report, json).log();
        }
        out.write("\n");
    }

    private void log() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool();
        automation();
        invocation();
        json.writeArrayFieldStart("results");
        for (int rule = 0; rule < report.outcomes().size(); rule++) {
            results(report.outcomes().get(rule), rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool() throws IOException {
        var nameAndVersion = report.header().tool().split(" ", 2);
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", nameAndVersion[0]);
        json.writeStringField("version", nameAndVersion.length > 1 ? nameAndVersion[1] : "unknown");
        json.writeArrayFieldStart("rules");
        for (var outcome : report.outcomes()) {
            rule(outcome.testCase());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(TestCase testCase) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", testCase.id());
        message("shortDescription", testCase.title());
        if (!testCase.clause().isEmpty()) {
            json.writeStringField("helpUri", testCase.clause());
        }
        json.writeObjectFieldStart("properties");
        JsonReport.texts(
                json, "tags", List.of(testCase.standard(), testCase.profile().name()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void automation() throws IOException {
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "allmende/" + report.subject() + "/" + report.mode());
        if (GUID.matcher(report.header().runUuid()).matches()) {
            json.writeStringField("guid", report.header().runUuid());
        }
        json.writeEndObject();
    }

    private void invocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        JsonReport.texts(json, "arguments", report.arguments());
        json.writeStringField(
                "startTimeUtc",
                report.header().takenAt().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void results(Outcome outcome, int rule) throws IOException {
        var judgement = outcome.by(report.mode());
        if (judgement.findings().isEmpty() && judgement.verdict() != Verdict.PASS) {
            var severity = judgement.verdict() == Verdict.FAIL ? Severity.ERROR : Severity.UNDECIDED;
            result(outcome, rule, severity, judgement.reason(), Optional.empty());
        }
        for (var finding : judgement.findings()) {
            result(outcome, rule, finding.severity(), text(finding), Optional.of(finding));
        }
    }

    private void result(Outcome outcome, int rule, Severity severity, String text, Optional<Finding> finding)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", outcome.testCase().id());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("kind", severity == Severity.UNDECIDED ? "open" : "fail");
        json.writeStringField("level", level(severity));
        message("message", text);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        var item = finding.map(Finding::item).orElse("cloud " + report.subject());
        json.writeStringField("name", item);
        json.writeStringField("fullyQualifiedName", report.subject() + "/" + item);
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        clause(finding.flatMap(Finding::clause));
        json.writeEndObject();
    }

    private void clause(Optional<String> clause) throws IOException {
        if (clause.isPresent()) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("clause", clause.get());
            json.writeEndObject();
        }
    }

    private void message(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String text(Finding finding) {
        return Plain.finding(finding);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case UNDECIDED -> "none";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
