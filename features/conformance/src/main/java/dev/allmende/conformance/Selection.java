package dev.allmende.conformance;

import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.ScopeVersion;
import dev.allmende.conformance.testcase.TestCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which test cases a run judges, and for which versions of the scope.
 *
 * @param versions those the verdict is given for, newest first
 * @param testCases in the order of the table of test cases
 * @param leftOut known test cases that were not asked for
 * @param handPicked whether only a part was asked for, so that no version can be judged by it
 * @param deciding ids of the chosen test cases that decide how a part came out
 */
public record Selection(
        List<ScopeVersion> versions,
        List<TestCase> testCases,
        List<TestCase> leftOut,
        boolean handPicked,
        Set<String> deciding) {

    public Selection {
        versions = List.copyOf(versions);
        testCases = List.copyOf(testCases);
        leftOut = List.copyOf(leftOut);
        deciding = Collections.unmodifiableSet(new LinkedHashSet<>(deciding));
    }

    /** How much to judge beyond the certificate. */
    public enum Beyond {
        /** Only what counts for a version of the scope. */
        NONE,
        /** Also what can be found out by reading. */
        READING,
        /** Also what must create resources to find out. */
        ALL
    }

    /**
     * What was asked for.
     *
     * @param version judge only this version, valid or not; empty for all that the timeline lists on the date
     * @param only patterns; a test case is judged when one matches the start of its id; empty for all
     * @param skip patterns of ids to leave out
     * @param sections labels, see {@link Section}; empty for all
     */
    public record Wanted(
            LocalDate date,
            Optional<String> version,
            Beyond beyond,
            List<Pattern> only,
            List<Pattern> skip,
            Set<String> sections) {
        public Wanted {
            only = List.copyOf(only);
            skip = List.copyOf(skip);
            sections = Set.copyOf(sections);
        }

        private boolean isPart() {
            return !only.isEmpty() || !skip.isEmpty() || !sections.isEmpty();
        }
    }

    /** @throws Unknown when the version or a section is unknown, or no version is valid on the date */
    public static Selection of(List<TestCase> all, Scope scope, Wanted wanted) {
        var versions = versions(scope, wanted);
        knowsSections(scope, wanted);
        var counting = Scope.idsOf(versions);
        var chosen = new ArrayList<TestCase>();
        var leftOut = new ArrayList<TestCase>();
        for (var testCase : all) {
            (chosen(testCase, counting, scope, wanted) ? chosen : leftOut).add(testCase);
        }
        return new Selection(versions, chosen, leftOut, wanted.isPart(), deciding(chosen, versions, scope, wanted));
    }

    /** What was named decides; where only something was left out, what counts for the certificate does. */
    private static Set<String> deciding(
            List<TestCase> chosen, List<ScopeVersion> versions, Scope scope, Wanted wanted) {
        var ids = new LinkedHashSet<>(chosen.stream().map(TestCase::id).toList());
        if (wanted.only().isEmpty()) {
            Optional<ScopeVersion> certified = versions.stream()
                    .filter(version ->
                            scope.validity(version.name(), wanted.date()).certifies())
                    .findFirst();
            ids.retainAll(certified.orElse(versions.getFirst()).target("main"));
        }
        return ids;
    }

    private static void knowsSections(Scope scope, Wanted wanted) {
        var known = Section.words(scope);
        for (var section : wanted.sections()) {
            if (!known.contains(section)) {
                throw new Unknown(
                        "no test case has the section '" + section + "'; there are " + String.join(", ", known));
            }
        }
    }

    private static boolean chosen(TestCase testCase, Set<String> counting, Scope scope, Wanted wanted) {
        Predicate<Pattern> matches = pattern -> pattern.matcher(testCase.id()).lookingAt();
        if (wanted.skip().stream().anyMatch(matches)) {
            return false;
        }
        if (!wanted.sections().isEmpty() && !wanted.sections().contains(Section.of(testCase, scope))) {
            return false;
        }
        if (!wanted.only().isEmpty()) {
            return wanted.only().stream().anyMatch(matches);
        }
        return counting.contains(testCase.id())
                || switch (wanted.beyond()) {
                    case NONE -> false;
                    case READING -> !testCase.changesCloud();
                    case ALL -> true;
                };
    }

    private static List<ScopeVersion> versions(Scope scope, Wanted wanted) {
        var known = scope.versions().stream().map(ScopeVersion::name).toList();
        if (wanted.version().isPresent()) {
            var name = wanted.version().get();
            return List.of(scope.version(name)
                    .orElseThrow(() -> new Unknown("scope " + scope.name() + " has no version '" + name + "'; it has "
                            + String.join(", ", known))));
        }
        var listed = scope.listedOn(wanted.date());
        if (listed.isEmpty()) {
            throw new Unknown("scope " + scope.name() + " lists no version on " + wanted.date()
                    + "; take a later --date, or name a --version: " + String.join(", ", known));
        }
        return listed;
    }

    /** The scope has no such version or section. */
    public static final class Unknown extends RuntimeException {
        Unknown(String message) {
            super(message);
        }
    }
}
