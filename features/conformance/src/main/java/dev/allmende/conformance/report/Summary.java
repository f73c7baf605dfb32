package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a report comes to.
 *
 * @param headline one line, names the subject and what it was judged against
 * @param detail one line, says how many test cases decide it
 * @param counts over all test cases judged
 * @param standards test cases by standard and weight; what counts for a certificate first
 * @param membership by test case id: versions and targets that include it, for example {@code v5.1 main}
 */
public record Summary(
        Conclusion conclusion,
        String headline,
        String detail,
        Counts counts,
        List<Standard> standards,
        Map<String, List<String>> membership) {

    public Summary {
        standards = List.copyOf(standards);
        membership = Collections.unmodifiableMap(new LinkedHashMap<>(membership));
    }

    /** What a certificate would say. */
    public enum Conclusion {
        CONFORMS,
        DOES_NOT_CONFORM,
        /** Nothing proves that it does not conform, but something that counts was not judged. */
        UNDECIDED
    }

    /** Test cases by verdict, and how many the two readings judge differently. */
    public record Counts(int passed, int failed, int aborted, int differing) {

        public int all() {
            return passed + failed + aborted;
        }

        static Counts of(List<Outcome> outcomes, Report report) {
            Map<Verdict, Integer> byVerdict = new LinkedHashMap<>();
            for (var outcome : outcomes) {
                byVerdict.merge(outcome.by(report.mode()).verdict(), 1, Integer::sum);
            }
            return new Counts(
                    byVerdict.getOrDefault(Verdict.PASS, 0),
                    byVerdict.getOrDefault(Verdict.FAIL, 0),
                    byVerdict.getOrDefault(Verdict.ABORT, 0),
                    (int) outcomes.stream().filter(Outcome::differs).count());
        }

        /** For example {@code 12 of 13 pass, 1 fails}. */
        public String words() {
            var parts = new ArrayList<String>();
            parts.add(passed + " of " + all() + " pass");
            add(parts, failed, "fails", "fail");
            add(parts, aborted, "was not decided", "were not decided");
            return String.join(", ", parts);
        }

        private static void add(List<String> parts, int count, String one, String many) {
            if (count > 0) {
                parts.add(count + " " + (count == 1 ? one : many));
            }
        }
    }

    /** What test cases matter to a certificate. */
    public enum Weight {
        COUNTS(""),
        /** Upstream's, but no version judged includes it: recommended, retired or of another version. */
        IN_NO_VERSION("in no version"),
        BEYOND("beyond the certificate");

        private final String words;

        Weight(String words) {
            this.words = words;
        }

        /** Empty when there is nothing to remark. */
        public String words() {
            return words;
        }
    }

    /** The test cases of one standard that matter the same. */
    public record Standard(String id, String title, Weight weight, Counts counts, List<Outcome> outcomes) {
        public Standard {
            outcomes = List.copyOf(outcomes);
        }
    }

    public static Summary of(Report report) {
        var deciding = Deciding.of(report);
        var membership = membership(report.versions());
        return new Summary(
                deciding.conclusion(),
                deciding.headline(report),
                deciding.detail(),
                Counts.of(report.outcomes(), report),
                standards(report, membership),
                membership);
    }

    private static List<Standard> standards(Report report, Map<String, List<String>> membership) {
        var standards = new ArrayList<Standard>();
        for (var weight : Weight.values()) {
            var groups = new LinkedHashMap<String, List<Outcome>>();
            for (var outcome : report.outcomes()) {
                if (weight(outcome.testCase(), report, membership) == weight) {
                    groups.computeIfAbsent(outcome.testCase().standard(), id -> new ArrayList<>())
                            .add(outcome);
                }
            }
            groups.forEach((id, outcomes) -> standards.add(
                    new Standard(id, StandardTitles.of(id), weight, Counts.of(outcomes, report), outcomes)));
        }
        return standards;
    }

    private static Weight weight(TestCase testCase, Report report, Map<String, List<String>> membership) {
        if (report.versions().isEmpty() && report.deciding().contains(testCase.id())) {
            return Weight.COUNTS;
        }
        if (testCase.profile() == TestCase.Profile.BEYOND) {
            return Weight.BEYOND;
        }
        return membership.containsKey(testCase.id()) ? Weight.COUNTS : Weight.IN_NO_VERSION;
    }

    private static Map<String, List<String>> membership(List<VersionResult> versions) {
        var membership = new LinkedHashMap<String, List<String>>();
        for (var version : versions) {
            for (var target : version.targets()) {
                var name = version.version() + " " + target.target();
                List.of(target.passed(), target.failed(), target.aborted(), target.missing())
                        .forEach(ids -> ids.forEach(id -> membership
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(name)));
            }
        }
        return membership;
    }

    /** The version that decides, and what it says. */
    private record Deciding(
            Optional<VersionResult> version, Conclusion conclusion, int passed, int failed, int undecided) {

        private static final Set<String> CERTIFIED = Set.of("effective", "warn");

        /**
         * The newest version that certificates are given for and that passes; else the newest that may still pass;
         * else the newest. Upstream's monitor walks the same way, but takes what is missing for passed.
         */
        static Deciding of(Report report) {
            var certified = report.versions().stream()
                    .filter(version -> CERTIFIED.contains(version.validity()))
                    .toList();
            var candidates = (certified.isEmpty() ? report.versions() : certified)
                    .stream().map(Deciding::of).toList();
            if (candidates.isEmpty()) {
                var deciding = report.outcomes().stream()
                        .filter(outcome ->
                                report.deciding().contains(outcome.testCase().id()))
                        .toList();
                var counts = Counts.of(deciding, report);
                return of(Optional.empty(), counts.passed(), counts.failed(), counts.aborted());
            }
            return first(candidates, Conclusion.CONFORMS)
                    .or(() -> first(candidates, Conclusion.UNDECIDED))
                    .orElseGet(candidates::getFirst);
        }

        private static Optional<Deciding> first(List<Deciding> candidates, Conclusion conclusion) {
            return candidates.stream()
                    .filter(candidate -> candidate.conclusion() == conclusion)
                    .findFirst();
        }

        private static Deciding of(VersionResult version) {
            Predicate<TargetResult> main = target -> target.target().equals("main");
            var targets = version.targets().stream().anyMatch(main)
                    ? version.targets().stream().filter(main).toList()
                    : version.targets();
            int passed = 0;
            int failed = 0;
            int undecided = 0;
            for (var target : targets) {
                passed += target.passed().size();
                failed += target.failed().size();
                undecided += target.aborted().size() + target.missing().size();
            }
            return of(Optional.of(version), passed, failed, undecided);
        }

        private static Deciding of(Optional<VersionResult> version, int passed, int failed, int undecided) {
            var conclusion = failed > 0
                    ? Conclusion.DOES_NOT_CONFORM
                    : undecided > 0 || passed == 0 ? Conclusion.UNDECIDED : Conclusion.CONFORMS;
            return new Deciding(version, conclusion, passed, failed, undecided);
        }

        String headline(Report report) {
            if (version.isEmpty()) {
                return switch (conclusion) {
                    case CONFORMS -> report.subject() + " passes the test cases asked for";
                    case DOES_NOT_CONFORM -> report.subject() + " does not pass the test cases asked for";
                    case UNDECIDED -> report.subject() + " could not be judged completely by the test cases asked for";
                };
            }
            var against = report.scope().map(Report.ScopeName::name).orElse("what was asked for")
                    + version.map(v ->
                                    " " + v.version() + (CERTIFIED.contains(v.validity()) ? "" : ", " + v.validity()))
                            .orElse("");
            return switch (conclusion) {
                case CONFORMS -> report.subject() + " conforms to " + against;
                case DOES_NOT_CONFORM -> report.subject() + " does not conform to " + against;
                case UNDECIDED -> report.subject() + " could not be judged completely against " + against;
            };
        }

        String detail() {
            int all = passed + failed + undecided;
            var what = version.isPresent() ? "mandatory test cases" : "test cases";
            var parts = new ArrayList<String>();
            parts.add(passed + " of " + all + " " + what + " pass");
            Counts.add(parts, failed, "fails", "fail");
            Counts.add(parts, undecided, "was not decided", "were not decided");
            return String.join(", ", parts);
        }
    }
}
