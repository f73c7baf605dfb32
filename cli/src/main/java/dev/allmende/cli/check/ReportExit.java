package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.report.Summary;

/** The exit code of a report: what its last line says. */
final class ReportExit {

    private ReportExit() {}

    static int of(Report report) {
        return switch (Summary.of(report).conclusion()) {
            case CONFORMS -> ExitCode.CONFORMS;
            case DOES_NOT_CONFORM -> ExitCode.DOES_NOT_CONFORM;
            case UNDECIDED -> ExitCode.NOT_JUDGED;
        };
    }
}
