package dev.allmende.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.report.ReportFormat;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recorded clouds are judged again, and every verdict must be the agreed one: whoever changes a judge sees here what else
 * changes. After a wanted change write the agreed files anew with
 * {@code -Dtest=GuardTest -Dsurefire.argLine=-Dallmende.golden=write} and read the difference.
 */
class GuardTest {

    /** Test cases that no cloud is known to fail, and why. */
    private static final Map<String, String> NEVER_FAIL =
            Map.of("allmende-scs-0117-backup-apart", "from outside it is either seen to be apart, or undecided");

    @ParameterizedTest
    @EnumSource(Recorded.class)
    void everyVerdictIsTheAgreedOne(Recorded cloud) throws IOException {
        Recorded.compare(cloud.name().toLowerCase(Locale.ROOT) + ".verdicts.tsv", table(cloud));
    }

    @Test
    void aReportIsTheAgreedOneToTheByte() throws IOException {
        Recorded.compare("demo.report.json", json(Recorded.DEMO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE"})
    void verdictsAndReportsDoNotDependOnTheMachinesLanguage(String language) throws IOException {
        var before = Locale.getDefault();
        var agreed = Recorded.agreed("demo.report.json");
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(json(Recorded.DEMO)).isEqualTo(agreed);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyTestCaseIsSeenToPassAndToFail() {
        var seen = new TreeMap<String, Set<Verdict>>();
        for (var cloud : Recorded.values()) {
            for (var outcome : cloud.report(Mode.STRICT).outcomes()) {
                var verdicts = seen.computeIfAbsent(outcome.testCase().id(), id -> EnumSet.noneOf(Verdict.class));
                verdicts.add(outcome.strict().verdict());
                verdicts.add(outcome.upstream().verdict());
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TestCases.all().stream().map(TestCase::id).toList());

        var unguarded = new HashMap<String, Set<Verdict>>();
        seen.forEach((id, verdicts) -> {
            boolean fails = verdicts.contains(NEVER_FAIL.containsKey(id) ? Verdict.ABORT : Verdict.FAIL);
            if (!verdicts.contains(Verdict.PASS) || !fails) {
                unguarded.put(id, verdicts);
            }
        });
        assertThat(unguarded)
                .as("put an item into a scenario, or into made.snapshot.json, that these judge otherwise")
                .isEmpty();
    }

    private static String json(Recorded cloud) throws IOException {
        var out = new StringWriter();
        ReportFormat.JSON.write(cloud.report(Mode.STRICT), out);
        return out.toString();
    }

    /** Id, verdict and findings in mode upstream, the same in mode strict, and the reasons. */
    private static String table(Recorded cloud) {
        return cloud.report(Mode.STRICT).outcomes().stream()
                .map(GuardTest::row)
                .collect(Collectors.joining("\n", "id\tupstream\tstrict\treason\n", "\n"));
    }

    private static String row(Outcome outcome) {
        var strict = outcome.strict();
        var upstream = outcome.upstream();
        var reasons = strict.reason().equals(upstream.reason())
                ? strict.reason()
                : strict.reason() + " (upstream: " + upstream.reason() + ")";
        return String.join("\t", outcome.testCase().id(), verdict(upstream), verdict(strict), reasons);
    }

    private static String verdict(Judgement judgement) {
        var counts = new TreeMap<Finding.Severity, Integer>();
        judgement.findings().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return judgement.verdict()
                + counts.entrySet().stream()
                        .map(count -> " " + count.getValue() + " "
                                + count.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }
}
