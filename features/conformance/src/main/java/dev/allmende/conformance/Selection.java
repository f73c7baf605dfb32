package dev.allmende.conformance;

import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.ScopeVersion;
import dev.allmende.conformance.testcase.TestCase;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param handPicked whether test cases were chosen one by one, so that no version can be judged by them
 */
public record Selection(
        List<ScopeVersion> versions, List<TestCase> testCases, List<TestCase> leftOut, boolean handPicked) {

    public Selection {
        versions = List.copyOf(versions);
        testCases = List.copyOf(testCases);
        leftOut = List.copyOf(leftOut);
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
     */
    public record Wanted(
            LocalDate date, Optional<String> version, Beyond beyond, List<Pattern> only, List<Pattern> skip) {
        public Wanted {
            only = List.copyOf(only);
            skip = List.copyOf(skip);
        }
    }

    /** @throws NoSuchVersion when the version is unknown, or none is valid on the date */
    public static Selection of(List<TestCase> all, Scope scope, Wanted wanted) {
        var versions = versions(scope, wanted);
        var counting = Scope.idsOf(versions);
        var chosen = new ArrayList<TestCase>();
        var leftOut = new ArrayList<TestCase>();
        for (var testCase : all) {
            (chosen(testCase, counting, wanted) ? chosen : leftOut).add(testCase);
        }
        boolean handPicked = !wanted.only().isEmpty() || !wanted.skip().isEmpty();
        return new Selection(versions, chosen, leftOut, handPicked);
    }

    private static boolean chosen(TestCase testCase, Set<String> counting, Wanted wanted) {
        Predicate<Pattern> matches = pattern -> pattern.matcher(testCase.id()).lookingAt();
        if (wanted.skip().stream().anyMatch(matches)) {
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
                    .orElseThrow(() -> new NoSuchVersion("scope " + scope.name() + " has no version '" + name
                            + "'; it has " + String.join(", ", known))));
        }
        var listed = scope.listedOn(wanted.date());
        if (listed.isEmpty()) {
            throw new NoSuchVersion("scope " + scope.name() + " lists no version on " + wanted.date()
                    + "; take a later --date, or name a --version: " + String.join(", ", known));
        }
        return listed;
    }

    /** The scope has no version to judge by. */
    public static final class NoSuchVersion extends RuntimeException {
        NoSuchVersion(String message) {
            super(message);
        }
    }
}
