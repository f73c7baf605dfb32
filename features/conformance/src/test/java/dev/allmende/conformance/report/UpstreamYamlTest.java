package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class UpstreamYamlTest {

    @ParameterizedTest
    @ValueSource(strings = {"report-pass.yaml", "report-fail.yaml", "report-abort.yaml"})
    void hasTheStructureOfUpstreamsReports(String sample) throws IOException {
        var theirs = load(Files.readString(SharedData.file("reports/" + sample)));

        assertThat(structure(load(write(SampleReport.sample())))).isEqualTo(structure(theirs));
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        var report = load(write(SampleReport.sample()));
        var invocation = invocation(report);

        assertThat(map(report.get("spec"))).containsEntry("uuid", "50393e6f-2ae1-4c5c-a62c-3b75f2abef3f");
        assertThat(report).containsEntry("subject", "Demo Cloud");
        assertThat(map(report.get("run"))).containsEntry("uuid", "3f0c1d5e-8a21-4c57-9d1b-2e4f6a7b8c9d");
        assertThat(report.get("checked_at")).isInstanceOf(Date.class);
        assertThat(invocation.get("results"))
                .isEqualTo(Map.of(
                        "scs-0100-syntax-check", 1,
                        "scs-0100-semantics-check", -1,
                        "scs-0101-entropy-avail", 0,
                        "scs-0102-prop-os_distro", -1,
                        "scs-0102-prop-hw_disk_bus", 1,
                        "scs-0123-service-compute", 1));
        assertThat(lines(invocation, "stdout"))
                .contains("scs-0101-entropy-avail: ABORT")
                .hasSize(6);
    }

    @Test
    void leavesOutWhatUpstreamDoesNotKnow() throws IOException {
        assertThat(write(SampleReport.sample())).doesNotContain("allmende-domain-manager");
    }

    @Test
    void countersAgreeWithTheLines() throws IOException {
        var invocation = invocation(load(write(SampleReport.sample())));
        var lines = new ArrayList<>(lines(invocation, "stdout"));
        lines.addAll(lines(invocation, "stderr"));

        for (var word : List.of("info", "warning", "error", "critical")) {
            var count = lines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(word))
                    .count();
            assertThat(invocation).containsEntry(word, (int) count);
        }
        assertThat(invocation).containsEntry("error", 22).containsEntry("warning", 3);
    }

    @Test
    void keepsLinesWholeWhateverTheCloudSays() throws IOException {
        var invocation = invocation(load(write(SampleReport.sample())));

        assertThat(lines(invocation, "stderr"))
                .contains("WARNING: scs-0102-prop-os_distro: image <script>alert('1')</script> & \"co\""
                        + " \\u{1b}[31m\\u{202e}evil\\u{0} (0f3c): 'os_distro' is no text but a list; wanted a text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "null",
                "1e3",
                "0x10",
                "2026-11-24",
                "12:30:45",
                "- a",
                "a: b",
                "#x",
                "'q'",
                "",
                "~",
                "=",
                "<<",
                "é",
                "..",
                ".5",
                "*a",
                "&a",
                "!t",
                "%",
                "@",
                "`",
                "[",
                "{",
                "?",
                "a #b",
                " lead",
                "y",
                "+1"
            })
    void textStaysText(String subject) throws IOException {
        var sample = SampleReport.sample();
        var report = new Report(
                sample.header(),
                subject,
                sample.referenceDate(),
                sample.mode(),
                List.of(subject),
                sample.scope(),
                sample.versions(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(load(write(report))).containsEntry("subject", subject);
        assertThat(map(load(write(report)).get("run"))).containsEntry("argv", List.of(subject));
    }

    @Test
    void whatWasAskedForIsSaidInUpstreamsOwnFields() throws IOException {
        var sample = SampleReport.sample();
        var report = new Report(
                sample.header(),
                sample.subject(),
                sample.referenceDate(),
                sample.mode(),
                List.of(
                        "--version",
                        "v4",
                        "--section",
                        "light",
                        "--section",
                        "medium",
                        "--skip",
                        "scs-0101",
                        "--skip",
                        "a|b"),
                sample.scope(),
                sample.versions(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        var run = map(load(write(report)).get("run"));
        assertThat(run)
                .containsEntry("forced_version", "v4")
                .containsEntry("sections", List.of("light", "medium"))
                .containsEntry("forced_tests", "(?!scs-0101|a|b).*");
    }

    private static String write(Report report) throws IOException {
        return GoldenTest.write(report, ReportFormat.YAML);
    }

    private static Map<String, Object> load(String yaml) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    private static Map<String, Object> invocation(Map<String, Object> report) {
        var invocations = map(map(report.get("run")).get("invocations"));
        assertThat(invocations).hasSize(1);
        var id = invocations.keySet().iterator().next();
        var invocation = map(invocations.get(id));
        assertThat(invocation).containsEntry("id", id);
        return invocation;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) java.util.Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<String> lines(Map<String, Object> invocation, String key) {
        return (List<String>) java.util.Objects.requireNonNull(invocation.get(key));
    }

    /** Paths and types; what differs by run (uuids, test case ids, assigned variables) by a star. */
    private static Map<String, String> structure(Map<String, Object> report) {
        var paths = new TreeMap<String, String>();
        walk("", report, paths);
        return paths;
    }

    private static void walk(String at, Object value, Map<String, String> paths) {
        switch (value) {
            case Map<?, ?> map -> {
                boolean free = at.endsWith(".invocations") || at.endsWith(".results");
                map.forEach((key, child) -> {
                    var path = at + "." + (free ? "*" : key);
                    if (child == null || path.endsWith(".forced_tests")) {
                        paths.put(path, "text or null");
                    } else {
                        walk(path, child, paths);
                    }
                });
            }
            case List<?> list -> list.forEach(item -> walk(at + "[]", item, paths));
            default -> paths.put(at, value.getClass().getSimpleName());
        }
    }
}
