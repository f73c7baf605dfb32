package dev.allmende.conformance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeFileTest {

    private static final String SMALL = """
            uuid: 11111111-2222-4333-8444-555555555555
            name: Small scope
            url: https://example.org/small.yaml
            variables:
            - cloud
            - pace: slow
            scripts:
            - executable: ./judge
              args: -c {cloud}
              testcases:
              - id: scs-0001-one
                lifetime: month
                section: light
              - id: scs-0001-two
              - id: scs-0001-three
            - testcases:
              - id: read-the-manual
            modules:
            - id: m1
              targets:
                main: [scs-0001-one]
                recommended: [scs-0001-two]
            - id: m2
              parameters:
                spec: where the images are listed
              targets:
                main: [scs-0001-three]
            timeline:
            - date: 2026-01-01
              versions: {v2: effective, v1: warn}
            - date: 2025-01-01
              versions: {v2: draft, v1: effective}
            versions:
            - version: v2
              stabilized_at: 2025-06-01
              include:
              - m1
              - ref: m2
                parameters: {spec: https://example.org/images.yaml}
            - version: v1
              include: [m1]
            """;

    @Test
    void readsAllThatAScopeSays() {
        var scope = parse(SMALL);

        assertThat(scope.name()).isEqualTo("Small scope");
        assertThat(scope.origin()).isEqualTo("small.yaml");
        assertThat(scope.variables().get("cloud")).isEmpty();
        assertThat(scope.variables().get("pace")).contains("slow");
        assertThat(scope.testCase("scs-0001-one").orElseThrow())
                .isEqualTo(new TestCaseRef("scs-0001-one", "", "", Lifetime.MONTH, "light"));
        assertThat(scope.testCase("scs-0001-two").orElseThrow().lifetime()).isEqualTo(Lifetime.WEEK);
        var newest = scope.version("v2").orElseThrow();
        assertThat(newest.stabilizedAt()).contains(LocalDate.of(2025, 6, 1));
        assertThat(newest.target("main")).containsExactly("scs-0001-one", "scs-0001-three");
        assertThat(newest.target("recommended")).containsExactly("scs-0001-two");
        assertThat(newest.target("preview")).isEmpty();
        assertThat(newest.includes().getLast().parameters()).containsEntry("spec", "https://example.org/images.yaml");
        assertThat(scope.inNoVersion()).extracting(TestCaseRef::id).containsExactly("read-the-manual");
        assertThat(scope.manual("read-the-manual")).isTrue();
    }

    @Test
    void knowsWhatAVersionIsWorthOnADate() {
        var scope = parse(SMALL);

        assertThat(scope.explicitValidity("v1", LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(scope.validity("v1", LocalDate.of(2024, 12, 31))).isEqualTo(Validity.DEPRECATED);
        assertThat(scope.validity("v2", LocalDate.of(2025, 1, 1))).isEqualTo(Validity.DRAFT);
        assertThat(scope.validity("v1", LocalDate.of(2025, 12, 31))).isEqualTo(Validity.EFFECTIVE);
        assertThat(scope.validity("v1", LocalDate.of(2026, 1, 1))).isEqualTo(Validity.WARN);
        assertThat(scope.listedOn(LocalDate.of(2026, 1, 1)))
                .extracting(ScopeVersion::name)
                .containsExactly("v2", "v1");
        assertThat(scope.listedOn(LocalDate.of(2024, 1, 1))).isEmpty();
    }

    @Test
    void namesThePlaceOfBrokenYaml() {
        assertThat(problems(SMALL.replace("name: Small scope", "name: [Small scope")))
                .singleElement()
                .asString()
                .startsWith("small.yaml:3:4: no valid YAML: ");
        assertThat(problems("")).containsExactly("small.yaml:1:1: the file is empty");
        assertThat(problems("a: \u0007")).singleElement().asString().startsWith("small.yaml: no valid YAML: ");
    }

    @Test
    void refusesUnknownKeysAndSaysWhatIsAllowed() {
        assertThat(problems(SMALL.replace("- id: scs-0001-two", "- id: scs-0001-two\n    livetime: week")))
                .containsExactly("small.yaml:15:5: unknown key 'livetime' in a test case;"
                        + " allowed: id, description, url, lifetime, section");
        assertThat(problems(SMALL + "colour: red\n"))
                .containsExactly("small.yaml:42:1: unknown key 'colour' in a scope; allowed: uuid, name, url, scripts,"
                        + " modules, timeline, versions, prerequisite, variables");
    }

    @Test
    void refusesNamesThatAreNotDeclared() {
        assertThat(problems(SMALL.replace("include: [m1]", "include: [m3]")))
                .containsExactly("small.yaml:41:13: unknown module 'm3'; allowed: m1, m2");
        assertThat(problems(SMALL.replace("v1: warn", "v7: warn")))
                .containsExactly("small.yaml:30:29: unknown version 'v7'; allowed: v2, v1");
        assertThat(problems(SMALL.replace("v1: warn", "v1: fine")))
                .containsExactly(
                        "small.yaml:30:33: unknown validity 'fine'; allowed: effective, warn, draft, deprecated");
        assertThat(problems(SMALL.replace("main: [scs-0001-three]", "main: [scs-0001-tree]")))
                .containsExactly("small.yaml:27:12: unknown test case 'scs-0001-tree';"
                        + " allowed: scs-0001-one, scs-0001-two, scs-0001-three, read-the-manual");
        assertThat(problems(SMALL.replace("lifetime: month", "lifetime: decade")))
                .containsExactly(
                        "small.yaml:12:15: unknown lifetime 'decade'; allowed: day, week, month, quarter, year");
    }

    @Test
    void refusesWhatIsDeclaredTwice() {
        assertThat(problems(SMALL.replace("- id: scs-0001-two", "- id: scs-0001-one")))
                .contains("small.yaml:14:5: test case 'scs-0001-one' is declared twice");
        assertThat(problems(SMALL.replace("- id: m2", "- id: m1")))
                .contains("small.yaml:23:3: module 'm1' is declared twice");
        assertThat(problems(SMALL.replace("- version: v1", "- version: v2")))
                .contains("small.yaml:40:3: version 'v2' is declared twice");
        assertThat(problems("name: again\n" + SMALL)).contains("small.yaml:3:1: key 'name' occurs twice in a scope");
        assertThat(problems(SMALL.replace("main: [scs-0001-three]", "main: [scs-0001-two]")))
                .containsExactly("small.yaml:34:3: version 'v2' has test case 'scs-0001-two' in target 'main'"
                        + " and again in 'recommended'");
    }

    @Test
    void refusesAnIncludeThatAssignsOtherParametersThanTheModuleTakes() {
        assertThat(problems(SMALL.replace("parameters: {spec:", "parameters: {specs:")))
                .containsExactly("small.yaml:38:5: module 'm2' takes the parameters [spec], here are [specs]");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        var broken = SMALL.replace("uuid: 11111111-2222-4333-8444-555555555555\n", "")
                .replace("2026-01-01", "tomorrow")
                .replace("include: [m1]", "include: m1");

        assertThat(problems(broken))
                .containsExactly(
                        "small.yaml:1:1: key 'uuid' is missing in a scope",
                        "small.yaml:28:9: 'date' must be a date like 2026-11-24, was 'tomorrow'",
                        "small.yaml:40:12: 'include' must be a list");
    }

    @Test
    void namesAFileThatIsMissingOrTooLarge(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> ScopeFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(BadScopeFile.class)
                .hasMessageEndingWith("none.yaml: no such file");
        var large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> ScopeFile.read(large))
                .isInstanceOf(BadScopeFile.class)
                .hasMessageContaining("larger than 1048576 bytes");
    }

    private static Scope parse(String text) {
        return ScopeFile.parse("small.yaml", text);
    }

    private static List<String> problems(String text) {
        try {
            parse(text);
        } catch (BadScopeFile bad) {
            return bad.problems();
        }
        return List.of();
    }
}
