package dev.allmende.conformance.backup;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.TestCase;
import java.util.List;

/** The test cases about volume backups (scs-0117) and snapshots. */
public final class BackupCases {

    static final String CLAUSE = "https://docs.scs.community/standards/scs-0117-v1-volume-backup-service";

    private BackupCases() {}

    public static List<TestCase> all() {
        return List.of(
                testCase(
                        "scs-0117-test-backup",
                        "A volume can be backed up and restored",
                        TestCase.Profile.CERTIFICATE,
                        VolumeBackup.BACKUP,
                        (facts, rules) -> BackupJudge.backup(facts.of(VolumeBackup.BACKUP), rules.mode())),
                testCase(
                        "allmende-scs-0117-snapshot",
                        "A snapshot of a volume can be made and used",
                        TestCase.Profile.BEYOND,
                        VolumeSnapshot.SNAPSHOT,
                        (facts, rules) -> BackupJudge.snapshot(facts.of(VolumeSnapshot.SNAPSHOT), rules.mode())),
                testCase(
                        "allmende-scs-0117-backup-apart",
                        "Backups lie apart from the volumes",
                        TestCase.Profile.BEYOND,
                        VolumeBackup.BACKUP,
                        (facts, rules) -> BackupPlace.judge(facts.of(VolumeBackup.BACKUP))));
    }

    private static TestCase testCase(
            String id, String title, TestCase.Profile profile, Input<?> input, TestCase.Judge judge) {
        return new TestCase(id, title, "scs-0117-v1", CLAUSE, profile, List.of(input), judge);
    }
}
