package dev.allmende.conformance.scope;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A certificate scope: what a cloud is tested for, per version and date (scs-0003-v1).
 *
 * @param origin where this was read from, for people: a file, or our own table with the commit it states
 * @param prerequisite URL of a scope that must be held first
 * @param variables by name; empty value means that the caller must assign it
 * @param versions in the order of the file, newest first
 */
public record Scope(
        String uuid,
        String name,
        String url,
        String origin,
        Optional<String> prerequisite,
        Map<String, Optional<String>> variables,
        List<Script> scripts,
        List<ScopeModule> modules,
        Timeline timeline,
        List<ScopeVersion> versions) {

    public Scope {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        scripts = List.copyOf(scripts);
        modules = List.copyOf(modules);
        versions = List.copyOf(versions);
    }

    /** What the timeline says; empty when it does not list the version on that date. */
    public Optional<Validity> explicitValidity(String version, LocalDate date) {
        return timeline.on(date)
                .flatMap(period -> Optional.ofNullable(period.versions().get(version)));
    }

    /** What the version is worth on that date: deprecated unless listed. */
    public Validity validity(String version, LocalDate date) {
        return explicitValidity(version, date).orElse(Validity.DEPRECATED);
    }

    /** The versions that the timeline lists on that date, newest first; drafts and deprecated ones too. */
    public List<ScopeVersion> listedOn(LocalDate date) {
        return versions.stream()
                .filter(version -> explicitValidity(version.name(), date).isPresent())
                .toList();
    }

    public Optional<ScopeVersion> version(String name) {
        return versions.stream().filter(version -> version.name().equals(name)).findFirst();
    }

    /** All declared test cases in the order of the file. */
    public Stream<TestCaseRef> testCases() {
        return scripts.stream().flatMap(script -> script.testCases().stream());
    }

    public Optional<TestCaseRef> testCase(String id) {
        return testCases().filter(testCase -> testCase.id().equals(id)).findFirst();
    }

    /** Declared test cases that no version includes: a certificate says nothing about them. */
    public List<TestCaseRef> inNoVersion() {
        var used = idsOf(versions);
        return testCases().filter(testCase -> !used.contains(testCase.id())).toList();
    }

    /** Ids in any target of the given versions, each once. */
    public static SequencedSet<String> idsOf(List<ScopeVersion> versions) {
        var ids = new LinkedHashSet<String>();
        versions.forEach(version -> version.targets().values().forEach(ids::addAll));
        return ids;
    }

    /** Whether only a person can decide it. */
    public boolean manual(String id) {
        return scripts.stream()
                .filter(Script::manual)
                .flatMap(script -> script.testCases().stream())
                .anyMatch(testCase -> testCase.id().equals(id));
    }
}
