package dev.allmende.conformance.scope;

import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.testcase.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds verdicts of test cases up to verdicts of targets and versions (scs-0003-v2, section on results). */
public final class Evaluation {

    private Evaluation() {}

    /** @param verdicts by test case id; an id that is not there counts as missing */
    public static List<VersionResult> of(
            Scope scope, List<ScopeVersion> versions, LocalDate date, Map<String, Verdict> verdicts) {
        return versions.stream()
                .map(version -> new VersionResult(
                        version.name(),
                        scope.validity(version.name(), date).word(),
                        version.targets().entrySet().stream()
                                .map(target -> target(target.getKey(), target.getValue(), verdicts))
                                .toList()))
                .toList();
    }

    private static TargetResult target(String name, List<String> ids, Map<String, Verdict> verdicts) {
        var passed = new ArrayList<String>();
        var failed = new ArrayList<String>();
        var aborted = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (var id : ids) {
            switch (verdicts.get(id)) {
                case PASS -> passed.add(id);
                case FAIL -> failed.add(id);
                case ABORT -> aborted.add(id);
                case null -> missing.add(id);
            }
        }
        return new TargetResult(name, aggregate(failed, missing, aborted), passed, failed, aborted, missing);
    }

    /** The first of FAIL, MISS (empty), DNF (ABORT), PASS that occurs. */
    private static Optional<Verdict> aggregate(List<String> failed, List<String> missing, List<String> aborted) {
        if (!failed.isEmpty()) {
            return Optional.of(Verdict.FAIL);
        }
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(aborted.isEmpty() ? Verdict.PASS : Verdict.ABORT);
    }
}
