package dev.allmende.conformance.backup;

import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Whether backups lie apart from volumes, as far as a user can see it.
 *
 * <p>Cinder's chunked drivers (object stores, NFS and POSIX; cinder/backup/chunkeddriver.py) count objects. Those on
 * file systems name the container by the backup's own id cut in parts (cinder/backup/drivers/posix.py), the Ceph driver
 * names a pool and counts nothing (cinder/backup/drivers/ceph.py).
 */
final class BackupPlace {

    private static final String ASK =
            "ask the provider for a declaration: the API does not tell whether it is the volumes' own storage";

    private BackupPlace() {}

    static Judgement judge(Known<VolumeBackup.Facts> known) {
        return switch (known) {
            case Known.Unknown<VolumeBackup.Facts> unknown -> Judgement.abort(unknown.why());
            case Known.Seen<VolumeBackup.Facts> seen ->
                seen.value()
                        .place()
                        .map(BackupPlace::judge)
                        .orElseGet(() -> Judgement.abort("there was no backup to look at"));
        };
    }

    private static Judgement judge(VolumeBackup.Place place) {
        if (place.objects() == 0) {
            return undecided(place, "in one piece, in pool '" + place.container() + "' or none that is named");
        }
        if (place.container().matches("[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f-]{36}")) {
            return undecided(place, "as files, in folder " + place.container());
        }
        return Judgement.pass("the backup lies in an object store, container '" + place.container() + "'");
    }

    private static Judgement undecided(VolumeBackup.Place place, String where) {
        var finding = new Finding(
                Finding.Severity.UNDECIDED,
                "backup",
                "it lies " + where + (place.zone().isEmpty() ? "" : ", zone " + place.zone()),
                "a storage system apart from the volumes'",
                ASK,
                Optional.of(BackupCases.CLAUSE));
        return new Judgement(Verdict.ABORT, "where the backup lies cannot be seen from outside", List.of(finding));
    }
}
