package dev.allmende.conformance.report;

import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase.Profile;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The report that upstream's runner writes and the compliance monitor takes (Tests/scs-compliance-check.py and
 * compliance-monitor at commit 077174d9). Holds upstream's test cases only; the run counts as one invocation.
 */
final class UpstreamYaml {

    /** Upstream writes local time without a zone; UTC gives the same bytes everywhere. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    /** What YAML 1.1 reads as this very text, and never as a number, a date, a boolean or null. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private static final Pattern SPECIAL = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private final Writer out;

    private UpstreamYaml(Writer out) {
        this.out = out;
    }

    static void write(Report report, Writer out) throws IOException {
        new UpstreamYaml(out).document(report);
    }

    private void document(Report report) throws IOException {
        out.write("---\nspec:\n");
        pair(2, "uuid", report.scope().map(scope -> scalar(scope.uuid())).orElse("null"));
        pair(2, "name", report.scope().map(scope -> scalar(scope.name())).orElse("null"));
        pair(2, "url", report.scope().map(scope -> scalar(scope.url())).orElse("null"));
        pair(0, "checked_at", TIME.format(report.header().takenAt()));
        pair(0, "reference_date", report.referenceDate().toString());
        pair(0, "subject", scalar(report.subject()));
        out.write("run:\n");
        pair(2, "uuid", scalar(report.header().runUuid()));
        list("argv", 2, report.arguments());
        out.write("  assignment:\n");
        pair(4, "os_cloud", scalar(report.header().cloud()));
        var sections = given(report, "--section");
        if (sections.isEmpty()) {
            pair(2, "sections", "null");
        } else {
            list("sections", 2, sections);
        }
        pair(
                2,
                "forced_version",
                given(report, "--version").stream()
                        .map(UpstreamYaml::scalar)
                        .findFirst()
                        .orElse("null"));
        pair(2, "forced_tests", forcedTests(report));
        invocation(report);
    }

    /** Upstream has one pattern, held against the start of each id. */
    private static String forcedTests(Report report) {
        var only = String.join("|", given(report, "--only"));
        var skip = String.join("|", given(report, "--skip"));
        if (only.isEmpty() && skip.isEmpty()) {
            return "null";
        }
        return scalar((skip.isEmpty() ? "" : "(?!" + skip + ")") + (only.isEmpty() ? ".*" : "(?:" + only + ")"));
    }

    private static List<String> given(Report report, String option) {
        var arguments = report.arguments();
        return IntStream.range(1, arguments.size())
                .filter(i -> arguments.get(i - 1).equals(option))
                .mapToObj(arguments::get)
                .toList();
    }

    private void invocation(Report report) throws IOException {
        var id = UUID.nameUUIDFromBytes(("allmende " + report.header().runUuid()).getBytes(StandardCharsets.UTF_8))
                .toString();
        var outcomes = report.outcomes().stream()
                .filter(outcome -> outcome.testCase().profile() == Profile.CERTIFICATE)
                .toList();
        out.write("  invocations:\n    " + scalar(id) + ":\n");
        pair(6, "id", scalar(id));
        pair(6, "cmd", scalar("allmende " + String.join(" ", report.arguments())));
        out.write(outcomes.isEmpty() ? "      results: {}\n" : "      results:\n");
        for (var outcome : outcomes) {
            pair(
                    8,
                    outcome.testCase().id(),
                    Integer.toString(verdict(report, outcome).code()));
        }
        pair(6, "rc", "0");
        list(
                "stdout",
                6,
                outcomes.stream()
                        .map(outcome -> outcome.testCase().id() + ": " + verdict(report, outcome))
                        .toList());
        counters(stderr(report, outcomes));
    }

    /** Writes the lines and counts them by their first word, as upstream's runner does. */
    private Map<Level, Integer> stderr(Report report, List<Outcome> outcomes) throws IOException {
        var counts = new EnumMap<Level, Integer>(Level.class);
        for (var outcome : outcomes) {
            var judgement = outcome.by(report.mode());
            var id = outcome.testCase().id();
            if (judgement.findings().isEmpty() && judgement.verdict() != Verdict.PASS) {
                var level = judgement.verdict() == Verdict.FAIL ? Level.ERROR : Level.WARNING;
                line(counts, level, id + ": " + judgement.verdict() + ": " + judgement.reason());
            }
            findings(counts, id, judgement);
        }
        if (counts.isEmpty()) {
            out.write("      stderr: []\n");
        }
        return counts;
    }

    private void findings(Map<Level, Integer> counts, String id, Judgement judgement) throws IOException {
        for (var finding : judgement.findings()) {
            line(counts, Level.of(finding.severity()), id + ": " + Plain.finding(finding));
        }
    }

    private void line(Map<Level, Integer> counts, Level level, String text) throws IOException {
        if (counts.isEmpty()) {
            out.write("      stderr:\n");
        }
        counts.merge(level, 1, Integer::sum);
        out.write("      - " + scalar(level + ": " + text) + "\n");
    }

    private void counters(Map<Level, Integer> counts) throws IOException {
        pair(6, "info", Integer.toString(counts.getOrDefault(Level.INFO, 0)));
        pair(6, "warning", Integer.toString(counts.getOrDefault(Level.WARNING, 0)));
        pair(6, "error", Integer.toString(counts.getOrDefault(Level.ERROR, 0)));
        pair(6, "critical", "0");
    }

    private enum Level {
        INFO,
        WARNING,
        ERROR;

        static Level of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case UNDECIDED, WARNING -> WARNING;
                case NOTE -> INFO;
            };
        }
    }

    private static Verdict verdict(Report report, Outcome outcome) {
        return outcome.by(report.mode()).verdict();
    }

    private void pair(int indent, String key, String value) throws IOException {
        out.write(" ".repeat(indent) + key + ": " + value + "\n");
    }

    private void list(String key, int indent, List<String> lines) throws IOException {
        var margin = " ".repeat(indent);
        out.write(margin + key + (lines.isEmpty() ? ": []\n" : ":\n"));
        for (var line : lines) {
            out.write(margin + "- " + scalar(line) + "\n");
        }
    }

    private static String scalar(String text) {
        var line = Plain.line(text);
        return PLAIN.matcher(line).matches() && !SPECIAL.matcher(line).matches()
                ? line
                : "'" + line.replace("'", "''") + "'";
    }
}
