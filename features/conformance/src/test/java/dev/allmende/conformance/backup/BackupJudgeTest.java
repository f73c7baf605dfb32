package dev.allmende.conformance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.run.ActingStep;
import dev.allmende.conformance.run.ActingStep.Ending;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupJudgeTest {

    @Test
    void passesWhenAllStepsWork() {
        assertThat(verdict(Mode.UPSTREAM, step(Ending.OK, 12))).isEqualTo(Verdict.PASS);
        assertThat(verdict(Mode.STRICT, step(Ending.OK, 12))).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, FAIL, FAIL",
        "MISSING, FAIL, FAIL",
        "BROKEN,  FAIL, FAIL",
        "QUOTA,   FAIL, ABORT",
        "LOST,    FAIL, ABORT",
        "STUCK,   FAIL, ABORT"
    })
    void onlyWhatTheCloudIsToBlameForFailsByTheText(Ending ending, Verdict upstream, Verdict strict) {
        assertThat(verdict(Mode.UPSTREAM, step(ending, 1))).isEqualTo(upstream);
        assertThat(verdict(Mode.STRICT, step(ending, 1))).isEqualTo(strict);
    }

    @Test
    void upstreamLosesPatienceAfter110Seconds() {
        assertThat(verdict(Mode.UPSTREAM, step(Ending.OK, 111))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(Mode.STRICT, step(Ending.OK, 111))).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({"FAILED, FAIL, ABORT", "NO_SERVICE, FAIL, FAIL", "READ_ONLY, ABORT, ABORT", "SKIPPED, ABORT, ABORT"})
    void whatWasNeverTriedIsNobodysVerdict(Observation.Why why, Verdict upstream, Verdict strict) {
        var unknown = new Known.Unknown<VolumeBackup.Facts>(why, "because");
        assertThat(BackupJudge.backup(unknown, Mode.UPSTREAM).verdict()).isEqualTo(upstream);
        assertThat(BackupJudge.backup(unknown, Mode.STRICT).verdict()).isEqualTo(strict);
    }

    @ParameterizedTest
    @CsvSource({
        "volumebackups, 22, PASS",
        "a1/b2/0f6b2c1e-0000-4000-8000-0123456789ab, 22, ABORT",
        "backups, 0, ABORT",
        "'', 0, ABORT"
    })
    void onlyAnObjectStoreIsSeenToLieApart(String container, long objects, Verdict verdict) {
        var facts = new VolumeBackup.Facts(List.of(), Optional.of(new VolumeBackup.Place(container, objects, "nova")));
        assertThat(BackupPlace.judge(new Known.Seen<>(facts)).verdict()).isEqualTo(verdict);
    }

    private static Verdict verdict(Mode mode, ActingStep step) {
        var facts = new VolumeBackup.Facts(List.of(step), Optional.empty());
        return BackupJudge.backup(new Known.Seen<>(facts), mode).verdict();
    }

    private static ActingStep step(Ending ending, int seconds) {
        return new ActingStep("create a backup", ending, "why", Duration.ofSeconds(seconds));
    }
}
