package dev.allmende.conformance.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * All of a report as JSON. {@code report-1.schema.json} beside this class describes it; its version goes up when a field
 * is removed or changes its meaning, not when one is added.
 */
final class JsonReport {

    static final int VERSION = 1;

    private JsonReport() {}

    /** A generator whose layout depends on nothing of the machine. */
    static JsonGenerator generator(Writer out) throws IOException {
        var json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        return json;
    }

    static void write(Report report, Writer out) throws IOException {
        try (var json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", "allmende-conformance-report");
            json.writeNumberField("version", VERSION);
            var summary = Summary.of(report);
            conclusion(json, report, summary);
            run(json, report);
            scope(json, report);
            versions(json, report);
            json.writeArrayFieldStart("testCases");
            for (var outcome : report.outcomes()) {
                var places =
                        summary.membership().getOrDefault(outcome.testCase().id(), List.of());
                outcome(json, outcome, report.mode(), places);
            }
            json.writeEndArray();
            gaps(json, report);
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void conclusion(JsonGenerator json, Report report, Summary summary) throws IOException {
        json.writeStringField("subject", report.subject());
        json.writeStringField("conclusion", summary.conclusion().name());
        json.writeStringField("headline", summary.headline());
        json.writeStringField("detail", summary.detail());
        json.writeStringField("mode", report.mode().name());
        json.writeStringField("referenceDate", report.referenceDate().toString());
        json.writeObjectFieldStart("counts");
        json.writeNumberField("passed", summary.counts().passed());
        json.writeNumberField("failed", summary.counts().failed());
        json.writeNumberField("aborted", summary.counts().aborted());
        json.writeNumberField("differing", summary.counts().differing());
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, Report report) throws IOException {
        var header = report.header();
        json.writeObjectFieldStart("run");
        json.writeStringField("uuid", header.runUuid());
        json.writeStringField("id", header.runId());
        json.writeStringField("takenAt", header.takenAt().toString());
        json.writeStringField("tool", header.tool());
        json.writeStringField("cloud", header.cloud());
        json.writeStringField("authUrl", header.authUrl());
        json.writeStringField("region", header.region());
        json.writeBooleanField("readOnly", header.readOnly());
        texts(json, "arguments", report.arguments());
        json.writeStringField("snapshotDigest", report.provenance().snapshotDigest());
        json.writeEndObject();
    }

    private static void scope(JsonGenerator json, Report report) throws IOException {
        if (report.scope().isEmpty()) {
            json.writeNullField("scope");
            return;
        }
        var scope = report.scope().get();
        json.writeObjectFieldStart("scope");
        json.writeStringField("uuid", scope.uuid());
        json.writeStringField("name", scope.name());
        json.writeStringField("url", scope.url());
        json.writeStringField("origin", report.provenance().scopeOrigin());
        json.writeEndObject();
    }

    private static void versions(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("versions");
        for (var version : report.versions()) {
            json.writeStartObject();
            json.writeStringField("version", version.version());
            json.writeStringField("validity", version.validity());
            json.writeArrayFieldStart("targets");
            for (var target : version.targets()) {
                target(json, target);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void target(JsonGenerator json, TargetResult target) throws IOException {
        json.writeStartObject();
        json.writeStringField("target", target.target());
        json.writeStringField("verdict", target.verdict().map(Verdict::name).orElse("MISS"));
        texts(json, "passed", target.passed());
        texts(json, "failed", target.failed());
        texts(json, "aborted", target.aborted());
        texts(json, "missing", target.missing());
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, Outcome outcome, Mode mode, List<String> places)
            throws IOException {
        var testCase = outcome.testCase();
        json.writeStartObject();
        json.writeStringField("id", testCase.id());
        json.writeStringField("title", testCase.title());
        json.writeStringField("standard", testCase.standard());
        json.writeStringField("clause", testCase.clause());
        json.writeStringField("profile", testCase.profile().name());
        texts(json, "includedIn", places);
        json.writeStringField("verdict", outcome.by(mode).verdict().name());
        json.writeBooleanField("differs", outcome.differs());
        json.writeArrayFieldStart("judgements");
        if (outcome.upstream().equals(outcome.strict())) {
            judgement(json, outcome.strict(), List.of(Mode.UPSTREAM, Mode.STRICT));
        } else {
            judgement(json, outcome.upstream(), List.of(Mode.UPSTREAM));
            judgement(json, outcome.strict(), List.of(Mode.STRICT));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void judgement(JsonGenerator json, Judgement judgement, List<Mode> modes) throws IOException {
        json.writeStartObject();
        texts(json, "modes", modes.stream().map(Mode::name).toList());
        json.writeStringField("verdict", judgement.verdict().name());
        json.writeStringField("reason", judgement.reason());
        json.writeArrayFieldStart("findings");
        for (var finding : judgement.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("item", finding.item());
        json.writeStringField("found", finding.found());
        json.writeStringField("wanted", finding.wanted());
        json.writeStringField("remedy", finding.remedy());
        if (finding.clause().isPresent()) {
            json.writeStringField("clause", finding.clause().get());
        }
        json.writeEndObject();
    }

    private static void gaps(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("notCovered");
        for (var gap : report.notCovered()) {
            json.writeStartObject();
            json.writeStringField("id", gap.id());
            json.writeStringField("title", gap.title());
            json.writeStringField("why", gap.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("inputs");
        for (var input : report.inputs()) {
            json.writeStartObject();
            json.writeStringField("input", input.input());
            json.writeNumberField("milliseconds", input.took().toMillis());
            json.writeStringField("note", input.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "leftovers", report.leftovers());
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
