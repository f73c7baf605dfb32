package dev.allmende.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.scope.ScopeFile;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.snapshot.SnapshotFile;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recorded cloud is judged by rules that came later, and by inputs that were not asked for then. */
class ReplayTest {

    @TempDir
    private @Nullable Path folder;

    @Test
    void anOldSnapshotIsJudgedByAnotherVersionOfTheScope() {
        var scope = Scopes.builtin("iaas");
        var now = Recorded.GOOD.report(scope, Optional.of("v5.1"), Optional.empty(), Mode.STRICT);
        var next = Recorded.GOOD.report(scope, Optional.of("next"), Optional.empty(), Mode.STRICT);

        assertThat(now.versions()).extracting(Report.VersionResult::version).containsExactly("v5.1");
        assertThat(next.versions()).extracting(Report.VersionResult::version).containsExactly("next");
        assertThat(main(now)).contains(Verdict.PASS);
        assertThat(main(next)).contains(Verdict.PASS);
        assertThat(next.versions().getFirst().targets().getFirst().passed())
                .contains("scs-0102-prop-os_purpose")
                .isNotEqualTo(now.versions().getFirst().targets().getFirst().passed());
    }

    @Test
    void theDateDecidesByWhichVersionsAnOldSnapshotIsJudged() {
        var scope = Scopes.builtin("iaas");
        var before = Recorded.DEMO.report(scope, Optional.empty(), Optional.of(LocalDate.of(2025, 1, 1)), Mode.STRICT);
        var today = Recorded.DEMO.report(scope, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 24)), Mode.STRICT);

        assertThat(before.versions()).isNotEqualTo(today.versions());
        assertThat(before.versions()).extracting(Report.VersionResult::version).contains("v4");
        assertThat(today.versions()).extracting(Report.VersionResult::version).doesNotContain("v3");
        // Ages are those of the day the cloud was seen, whatever versions count.
        assertThat(before.outcomes())
                .filteredOn(outcome -> outcome.testCase().id().equals("scs-0102-image-recency"))
                .allSatisfy(outcome -> assertThat(outcome.strict().verdict()).isEqualTo(Verdict.FAIL));
    }

    @Test
    void aScopeThatDidNotExistWhenTheCloudWasSeenJudgesIt() throws IOException {
        var file = Files.writeString(Objects.requireNonNull(folder).resolve("later.yaml"), """
                uuid: 11111111-2222-3333-4444-555555555555
                name: A later scope
                url: https://scopes.example.org/later.yaml
                scripts:
                  - executable: none
                    testcases:
                      - id: scs-0103-flavor-1v-4
                        lifetime: day
                        description: known then
                      - id: scs-0999-not-thought-of
                        lifetime: day
                        description: thought of later
                modules:
                  - id: later
                    name: later
                    url: https://scopes.example.org/later
                    targets:
                      main: [scs-0103-flavor-1v-4, scs-0999-not-thought-of]
                timeline:
                  - date: 2030-01-01
                    versions:
                      v9: effective
                versions:
                  - version: v9
                    stabilized_at: 2030-01-01
                    include: [later]
                """);
        var report = Recorded.GOOD.report(
                ScopeFile.read(file), Optional.empty(), Optional.of(LocalDate.of(2030, 6, 1)), Mode.STRICT);

        var main = report.versions().getFirst().targets().getFirst();
        assertThat(main.passed()).containsExactly("scs-0103-flavor-1v-4");
        assertThat(main.missing()).containsExactly("scs-0999-not-thought-of");
        assertThat(main.verdict()).isEmpty();
        assertThat(report.notCovered()).extracting(Report.NotCovered::id).contains("scs-0999-not-thought-of");
    }

    @Test
    void whatWasNotAskedThenIsNotJudgedNow() {
        var whole = Recorded.GOOD.snapshot();
        var observations = new LinkedHashMap<>(whole.observations());
        assertThat(observations.remove("volume-types")).isNotNull();
        var report = Recorded.report(
                new Snapshot(whole.header(), observations),
                Scopes.builtin("iaas"),
                Optional.of("v5.1"),
                Optional.empty(),
                Mode.UPSTREAM);

        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.testCase().id().startsWith("scs-0114"))
                .hasSize(3)
                .allSatisfy(outcome -> {
                    assertThat(outcome.upstream().verdict()).isEqualTo(Verdict.ABORT);
                    assertThat(outcome.strict().verdict()).isEqualTo(Verdict.ABORT);
                    assertThat(outcome.strict().reason()).contains("volume-types", "check the cloud again");
                });
        assertThat(report.notCovered()).extracting(Report.NotCovered::id).contains("scs-0114-syntax-check");
        assertThat(main(report)).contains(Verdict.ABORT);
    }

    @ParameterizedTest
    @EnumSource(Recorded.class)
    void aSnapshotIsWrittenAsItWasRead(Recorded cloud) throws IOException {
        var copy = Objects.requireNonNull(folder).resolve("copy.json");
        var again = Objects.requireNonNull(folder).resolve("again.json");
        SnapshotFile.write(copy, cloud.snapshot());
        SnapshotFile.write(again, SnapshotFile.read(copy));
        assertThat(again).hasSameBinaryContentAs(copy);
    }

    @ParameterizedTest
    @EnumSource(
            value = Recorded.class,
            names = {"DEMO", "GOOD", "WRONG", "BARE"})
    void noSecretOfTheScenarioIsInTheSnapshot(Recorded cloud) throws IOException {
        var name = cloud.name().toLowerCase(Locale.ROOT) + ".yaml";
        var beside = cloud.path().resolveSibling(name);
        var scenario = Files.exists(beside) ? Files.readString(beside) : shipped(name);
        var passwords = Pattern.compile("password: (\\S+)")
                .matcher(scenario)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(passwords).hasSizeGreaterThan(1);

        assertThat(unpacked(cloud.path()))
                .contains("\"flavors\"")
                .doesNotContain(passwords)
                .doesNotContainPattern("(?i)\"(x-auth-token|x-subject-token|authorization|user_data|admin_?pass)\"")
                .doesNotContainPattern("gAAAAA[A-Za-z0-9_=-]{20}|-----BEGIN|eyJ[A-Za-z0-9_-]{10,}\\.");
    }

    private static String shipped(String name) throws IOException {
        try (var in = ReplayTest.class.getResourceAsStream("/dev/allmende/devcloud/scenario/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<Verdict> main(Report report) {
        return report.versions().getFirst().targets().stream()
                .filter(target -> target.target().equals("main"))
                .findFirst()
                .flatMap(Report.TargetResult::verdict);
    }
}
