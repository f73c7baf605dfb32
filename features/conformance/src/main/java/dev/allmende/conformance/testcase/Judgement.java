package dev.allmende.conformance.testcase;

import java.util.List;

/**
 * A verdict with its reason.
 *
 * @param reason one line
 * @param findings per item, in a stable order
 */
public record Judgement(Verdict verdict, String reason, List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
        if (reason.isEmpty() || reason.contains("\n")) {
            throw new IllegalArgumentException("reason must be one line, was '" + reason + "'");
        }
    }

    public static Judgement pass(String reason) {
        return new Judgement(Verdict.PASS, reason, List.of());
    }

    public static Judgement abort(String reason) {
        return new Judgement(Verdict.ABORT, reason, List.of());
    }

    /** FAIL if any finding is an error, else ABORT if any is undecided, else PASS. */
    public static Judgement of(List<Finding> findings, String whenPass, String whenFail) {
        var verdict = Verdict.PASS;
        for (var finding : findings) {
            if (finding.severity() == Finding.Severity.ERROR) {
                return new Judgement(Verdict.FAIL, whenFail, findings);
            }
            if (finding.severity() == Finding.Severity.UNDECIDED) {
                verdict = Verdict.ABORT;
            }
        }
        return new Judgement(verdict, verdict == Verdict.PASS ? whenPass : "some items could not be judged", findings);
    }
}
