package dev.allmende.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.conformance.Selection.Beyond;
import dev.allmende.conformance.Selection.Wanted;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.ScopeFile;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);
    private static final Scope SCOPE = Scopes.builtin("iaas");

    @Test
    void aSectionChoosesByWhatFindingOutCosts() {
        assertThat(ids(select(Set.of("light"), Beyond.READING)))
                .contains("scs-0100-syntax-check", "scs-0103-flavor-1v-4-10")
                .doesNotContain("scs-0116-permissions", "scs-0101-fips-test");
        assertThat(ids(select(Set.of("medium"), Beyond.READING)))
                .containsExactlyInAnyOrder("scs-0115-default-rules", "scs-0116-permissions");
        assertThat(ids(select(Set.of("heavy"), Beyond.READING)))
                .containsExactlyInAnyOrder("scs-0101-entropy-avail", "scs-0101-fips-test", "scs-0117-test-backup");
    }

    @Test
    void sectionsAddUpToEverything() {
        assertThat(ids(select(Set.of("light", "medium", "heavy"), Beyond.ALL)))
                .isEqualTo(TestCases.all().stream().map(TestCase::id).toList());
    }

    @Test
    void whatTheScopeFileCallsASectionCountsMoreThanTheCost(@TempDir Path folder) throws IOException {
        var scope = ScopeFile.read(Files.writeString(folder.resolve("scope.yaml"), """
                uuid: 7c1f6d0e-0000-4000-8000-000000000001
                name: nightly
                url: https://example.com/nightly.yaml
                scripts:
                - executable: a.py
                  testcases:
                  - {id: scs-0100-syntax-check, section: night}
                  - {id: scs-0100-semantics-check}
                modules:
                - {id: m, name: m, url: 'https://example.com/m', targets: {main: [scs-0100-syntax-check]}}
                timeline:
                - {date: 2024-01-01, versions: {v1: effective}}
                versions:
                - {version: v1, include: [m]}
                """));
        var night = Selection.of(TestCases.all(), scope, wanted(Set.of("night"), Beyond.READING));
        assertThat(ids(night)).containsExactly("scs-0100-syntax-check");
        var light = Selection.of(TestCases.all(), scope, wanted(Set.of("light"), Beyond.READING));
        assertThat(ids(light)).contains("scs-0100-semantics-check").doesNotContain("scs-0100-syntax-check");
    }

    @Test
    void anUnknownSectionNamesTheKnownOnes() {
        assertThatThrownBy(() -> select(Set.of("night"), Beyond.READING))
                .isInstanceOf(Selection.Unknown.class)
                .hasMessageContaining("night")
                .hasMessageContaining("light, medium, heavy");
    }

    @Test
    void whereOnlySomethingIsLeftOutWhatCountsForTheCertificateDecides() {
        var selection = Selection.of(
                TestCases.all(),
                SCOPE,
                new Wanted(DATE, Optional.empty(), Beyond.READING, List.of(), patterns("scs-0101"), Set.of()));
        assertThat(ids(selection)).contains("scs-0103-flavor-1v-4-10", "allmende-scs-0125-https");
        assertThat(selection.deciding())
                .contains("scs-0100-syntax-check", "scs-0123-service-placement")
                .doesNotContain("scs-0103-flavor-1v-4-10", "allmende-scs-0125-https", "scs-0101-fips-test")
                .as("counts for the draft only")
                .doesNotContain("scs-0123-service-s3");
    }

    @Test
    void whatIsNamedDecidesWhateverItCountsFor() {
        var selection = Selection.of(
                TestCases.all(),
                SCOPE,
                new Wanted(DATE, Optional.empty(), Beyond.READING, patterns("allmende-"), List.of(), Set.of()));
        assertThat(selection.deciding()).contains("allmende-scs-0125-https");
    }

    @Test
    void eachInputThatIsCalledHeavyExists() {
        var names = TestCases.all().stream()
                .flatMap(testCase -> testCase.inputs().stream())
                .map(Input::name)
                .toList();
        assertThat(names).containsAll(Section.HEAVY_INPUTS);
    }

    private static Selection select(Set<String> sections, Beyond beyond) {
        return Selection.of(TestCases.all(), SCOPE, wanted(sections, beyond));
    }

    private static Wanted wanted(Set<String> sections, Beyond beyond) {
        return new Wanted(DATE, Optional.empty(), beyond, List.of(), List.of(), sections);
    }

    private static List<Pattern> patterns(String regex) {
        return List.of(Pattern.compile(regex));
    }

    private static List<String> ids(Selection selection) {
        return selection.testCases().stream().map(TestCase::id).toList();
    }
}
