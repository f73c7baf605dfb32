package dev.allmende.conformance;

import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.report.Report.InputTime;
import dev.allmende.conformance.report.Report.NotCovered;
import dev.allmende.conformance.run.Judge;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.scope.Evaluation;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.snapshot.DecodedOnce;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.snapshot.SnapshotFile;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a snapshot to a report: pure, so that a recorded snapshot gives the same report anywhere and later. */
public final class Assessment {

    private Assessment() {}

    /**
     * By what to judge.
     *
     * @param subject public name of the cloud
     * @param arguments how the program was called, without secrets
     */
    public record By(
            Scope scope, Selection selection, LocalDate date, Mode mode, String subject, List<String> arguments) {
        public By {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param leftovers resources of the run that could not be removed */
    public static Report of(Snapshot snapshot, By by, List<String> leftovers) {
        var facts = new DecodedOnce(snapshot);
        var outcomes =
                Judge.all(by.selection().testCases(), facts, snapshot.header().takenAt());
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        outcomes.forEach(outcome ->
                verdicts.put(outcome.testCase().id(), outcome.by(by.mode()).verdict()));
        var scope = by.scope();
        return new Report(
                snapshot.header(),
                by.subject(),
                by.date(),
                by.mode(),
                by.arguments(),
                Optional.of(new Report.ScopeName(scope.uuid(), scope.name(), scope.url())),
                by.selection().handPicked()
                        ? List.of()
                        : Evaluation.of(scope, by.selection().versions(), by.date(), verdicts),
                outcomes,
                notCovered(facts, by, outcomes),
                inputs(snapshot),
                leftovers,
                by.selection().deciding(),
                new Report.Provenance(SnapshotFile.digest(snapshot), scope.origin()));
    }

    private static List<InputTime> inputs(Snapshot snapshot) {
        return snapshot.observations().entrySet().stream()
                .map(entry -> new InputTime(
                        entry.getKey(),
                        entry.getValue().took(),
                        switch (entry.getValue()) {
                            case Observation.Seen _ -> "";
                            case Observation.NotSeen notSeen -> notSeen.why();
                        }))
                .toList();
    }

    private static List<NotCovered> notCovered(Facts facts, By by, List<Outcome> outcomes) {
        var judged = new LinkedHashSet<String>();
        var gaps = new ArrayList<NotCovered>();
        for (var outcome : outcomes) {
            judged.add(outcome.testCase().id());
            unseen(facts, outcome.testCase()).ifPresent(gaps::add);
        }
        var ours = new LinkedHashSet<String>();
        for (var testCase : by.selection().leftOut()) {
            ours.add(testCase.id());
            gaps.add(new NotCovered(testCase.id(), testCase.title(), whyLeftOut(testCase, by)));
        }
        by.scope()
                .testCases()
                .filter(ref -> !judged.contains(ref.id()) && !ours.contains(ref.id()))
                .forEach(ref -> gaps.add(new NotCovered(
                        ref.id(),
                        ref.description(),
                        by.scope().manual(ref.id())
                                ? "decided by a person, from documents: no program can see it"
                                : "declared by the scope, but Allmende has no such test case")));
        return gaps;
    }

    /** Judged, but not on what it needed to know. */
    private static Optional<NotCovered> unseen(Facts facts, TestCase testCase) {
        for (var input : testCase.inputs()) {
            if (facts.of(input) instanceof Known.Unknown<?> unknown && isGap(unknown.cause())) {
                return Optional.of(new NotCovered(testCase.id(), testCase.title(), unknown.why()));
            }
        }
        return Optional.empty();
    }

    private static boolean isGap(Observation.Why why) {
        return switch (why) {
            case FORBIDDEN, READ_ONLY, SKIPPED, NOT_RECORDED -> true;
            case FAILED, NO_SERVICE -> false;
        };
    }

    private static String whyLeftOut(TestCase testCase, By by) {
        boolean inSomeVersion = by.scope().versions().stream()
                .anyMatch(version -> version.targets().values().stream().anyMatch(ids -> ids.contains(testCase.id())));
        if (testCase.profile() == TestCase.Profile.BEYOND || !inSomeVersion) {
            return testCase.changesCloud()
                    ? "beyond the certificate, and creates resources to find out: ask for it with --beyond all"
                    : "beyond the certificate: ask for it with --beyond reading";
        }
        return "not asked for in this run";
    }
}
