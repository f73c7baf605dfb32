package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The exit code of a report. What counts is target main of the newest effective version (or of the only version there
 * is); with --only and --skip the chosen test cases themselves.
 */
final class ReportExit {

    private ReportExit() {}

    static int of(Report report) {
        if (report.versions().isEmpty()) {
            return ofVerdicts(report.outcomes().stream()
                    .map(outcome -> outcome.by(report.mode()).verdict())
                    .toList());
        }
        return counting(report.versions())
                .flatMap(ReportExit::main)
                .map(ReportExit::ofTarget)
                .orElse(ExitCode.NOT_JUDGED);
    }

    static Optional<VersionResult> counting(List<VersionResult> versions) {
        return versions.stream()
                .filter(version -> version.validity().equals("effective"))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.validity().equals("warn"))
                        .findFirst())
                .or(() -> versions.stream().findFirst());
    }

    private static Optional<TargetResult> main(VersionResult version) {
        return version.targets().stream()
                .filter(target -> target.target().equals("main"))
                .findFirst();
    }

    private static int ofTarget(TargetResult target) {
        if (!target.failed().isEmpty()) {
            return ExitCode.DOES_NOT_CONFORM;
        }
        return target.aborted().isEmpty() && target.missing().isEmpty() ? ExitCode.CONFORMS : ExitCode.NOT_JUDGED;
    }

    private static int ofVerdicts(List<Verdict> verdicts) {
        if (verdicts.contains(Verdict.FAIL)) {
            return ExitCode.DOES_NOT_CONFORM;
        }
        return verdicts.isEmpty() || verdicts.contains(Verdict.ABORT) ? ExitCode.NOT_JUDGED : ExitCode.CONFORMS;
    }
}
