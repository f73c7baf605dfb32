package dev.allmende.conformance.backup;

import dev.allmende.conformance.run.ActingStep;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Judges what came of making backups and snapshots. */
final class BackupJudge {

    /** Upstream's waits 2, 3, 5, 10, 15, 25 and 50 s (Tests/iaas/scs_0117_volume_backup, wait_for_resource). */
    private static final Duration UPSTREAMS_PATIENCE = Duration.ofSeconds(110);

    private static final String NO_BACKEND =
            "set up cinder-backup with a backup driver (cinder.conf, backup_driver) and see its log; without a running"
                    + " cinder-backup Cinder leaves backups in an error state that users cannot delete";

    private BackupJudge() {}

    static Judgement backup(Known<VolumeBackup.Facts> known, Mode mode) {
        return switch (known) {
            case Known.Unknown<VolumeBackup.Facts> unknown -> unknown(unknown, mode);
            case Known.Seen<VolumeBackup.Facts> seen ->
                steps(seen.value().steps(), mode, "a volume was backed up and restored", NO_BACKEND);
        };
    }

    static Judgement snapshot(Known<List<ActingStep>> known, Mode mode) {
        return switch (known) {
            case Known.Unknown<List<ActingStep>> unknown -> Judgement.abort(unknown.why());
            case Known.Seen<List<ActingStep>> seen ->
                steps(
                        seen.value(),
                        Mode.STRICT,
                        "a snapshot of a volume was made and used",
                        "see the log of cinder-volume; the backend must be able to make snapshots");
        };
    }

    /** In upstream's suite whatever goes wrong is a FAIL; what was never tried is nobody's verdict. */
    private static Judgement unknown(Known.Unknown<?> unknown, Mode mode) {
        boolean tried = switch (unknown.cause()) {
            case FAILED, FORBIDDEN, NO_SERVICE -> true;
            case READ_ONLY, SKIPPED, NOT_RECORDED -> false;
        };
        boolean fails = mode == Mode.UPSTREAM ? tried : unknown.cause() == Observation.Why.NO_SERVICE;
        return fails ? new Judgement(Verdict.FAIL, unknown.why(), List.of()) : Judgement.abort(unknown.why());
    }

    private static Judgement steps(List<ActingStep> steps, Mode mode, String whenPass, String remedy) {
        for (var step : steps) {
            if (step.ending() != ActingStep.Ending.OK) {
                boolean fails = mode == Mode.UPSTREAM || step.ending().isTheCloudsVerdict();
                return judgement(fails, step, step.why(), remedyOf(step, remedy));
            }
            if (mode == Mode.UPSTREAM && step.took().compareTo(UPSTREAMS_PATIENCE) > 0) {
                var why = "took " + step.took().toSeconds() + " s";
                return judgement(true, step, why, "make it faster: upstream's suite waits for 110 s");
            }
        }
        return steps.isEmpty() ? Judgement.abort("nothing was tried") : Judgement.pass(whenPass);
    }

    private static String remedyOf(ActingStep step, String remedy) {
        return switch (step.ending()) {
            case QUOTA -> "free some quota for volumes and backups in this project, and check again";
            case LOST, STUCK -> "check again when the cloud is well";
            case OK, REFUSED, MISSING, BROKEN -> remedy;
        };
    }

    private static Judgement judgement(boolean fails, ActingStep step, String why, String remedy) {
        var finding = new Finding(
                fails ? Finding.Severity.ERROR : Finding.Severity.UNDECIDED,
                "step " + step.what(),
                why,
                "the step works",
                remedy,
                Optional.of(BackupCases.CLAUSE));
        var reason = step.what() + ": " + why.replaceAll("\\s+", " ");
        return new Judgement(fails ? Verdict.FAIL : Verdict.ABORT, reason, List.of(finding));
    }
}
