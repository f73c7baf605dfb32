package dev.allmende.conformance.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstream's own files and what upstream's own code made of them. */
class UpstreamScopesTest {

    @Test
    void readsUpstreamsFileUnchanged() {
        var scope = upstream("iaas");

        assertThat(scope.testCases()).hasSize(91);
        assertThat(scope.inNoVersion()).hasSize(33);
        assertThat(scope.versions()).extracting(ScopeVersion::name).containsExactly("next", "v5.1", "v4", "v3");
        assertThat(scope.variables()).containsOnlyKeys("os_cloud");
        assertThat(scope.manual("domain-manager-check")).isTrue();
        assertThat(scope.manual("scs-0100-syntax-check")).isFalse();
        assertThat(scope.testCase("scs-0100-syntax-check").orElseThrow().url()).startsWith("https://");
    }

    @Test
    void agreesWithUpstreamOnValidityAndSizeOfEveryVersionOnEveryDate() {
        var scopes = new LinkedHashMap<String, Scope>();
        for (var row : SharedData.rows("version-validity.tsv")) {
            var scope = scopes.computeIfAbsent(row[0], name -> ScopeFile.read(SharedData.file(name)));
            var date = LocalDate.parse(row[1]);
            var validity =
                    scope.explicitValidity(row[2], date).map(Validity::word).orElse("-");

            assertThat(validity).as(String.join(" ", row)).isEqualTo(row[3]);
            assertThat(scope.version(row[2]).orElseThrow().target("main"))
                    .as(String.join(" ", row))
                    .hasSize(Integer.parseInt(row[4]));
        }
        assertThat(scopes).hasSize(2);
    }

    @Test
    void agreesWithUpstreamOnTheExpiryOfResults() {
        var rows = SharedData.rows("result-expiry.tsv");
        for (var row : rows) {
            var lifetime =
                    row[0].equals("(none)") ? Lifetime.DEFAULT : Lifetime.valueOf(row[0].toUpperCase(Locale.ROOT));
            var checked = LocalDateTime.parse(row[1]).toLocalDate();

            assertThat(lifetime.expires(checked).atStartOfDay())
                    .as(String.join(" ", row))
                    .isEqualTo(LocalDateTime.parse(row[2]));
        }
        assertThat(rows).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaas", "kaas"})
    void ourTableEqualsUpstreamsFile(String alias) {
        var ours = Scopes.builtin(alias);
        var theirs = upstream(alias);

        assertThat(ours.uuid()).isEqualTo(theirs.uuid());
        assertThat(ours.name()).isEqualTo(theirs.name());
        assertThat(ours.url()).isEqualTo(theirs.url());
        assertThat(ours.timeline()).isEqualTo(theirs.timeline());
        assertThat(testCases(ours)).isEqualTo(testCases(theirs));
        assertThat(modules(ours)).isEqualTo(modules(theirs));
        assertThat(versions(ours)).isEqualTo(versions(theirs));
    }

    private static Scope upstream(String alias) {
        return ScopeFile.read(SharedData.file("scs-compatible-" + alias + ".yaml"));
    }

    private static Map<String, List<Object>> testCases(Scope scope) {
        var facts = new TreeMap<String, List<Object>>();
        scope.testCases()
                .forEach(ref -> facts.put(ref.id(), List.of(ref.lifetime(), ref.section(), scope.manual(ref.id()))));
        return facts;
    }

    private static Map<String, List<Object>> modules(Scope scope) {
        var facts = new TreeMap<String, List<Object>>();
        scope.modules().forEach(module -> facts.put(module.id(), List.of(module.url(), asSets(module.targets()))));
        return facts;
    }

    private static Map<String, List<Object>> versions(Scope scope) {
        var facts = new LinkedHashMap<String, List<Object>>();
        for (var version : scope.versions()) {
            var includes = version.includes().stream()
                    .map(ScopeVersion.Include::module)
                    .toList();
            facts.put(version.name(), List.of(version.stabilizedAt(), includes, asSets(version.targets())));
        }
        return facts;
    }

    /** Our table groups ids by prefix, so their order within a target is not upstream's. */
    private static Map<String, Set<String>> asSets(Map<String, List<String>> targets) {
        var sets = new TreeMap<String, Set<String>>();
        targets.forEach((target, ids) -> sets.put(target, new TreeSet<>(ids)));
        return sets;
    }
}
