package dev.allmende.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's first command, and what it leaves. */
@NullMarked
class DemoTest {

    @Test
    void theDemoCloudDoesNotConformAndThePageSaysWhy(@TempDir Path folder) throws IOException {
        var page = folder.resolve("report.html");
        var ran = Ran.with(
                Map.of("XDG_STATE_HOME", folder.toString()),
                "check",
                "iaas",
                "--demo",
                "-o",
                "table",
                "-o",
                "html=" + page);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DOES_NOT_CONFORM);
        assertThat(ran.out()).contains("does not conform").contains("scs-0100-syntax-check");
        assertThat(page).content().contains("<html").contains("scs-0100-syntax-check");
    }

    @Test
    void aReplayGivesTheSameReportByteForByte(@TempDir Path folder) throws IOException {
        var snapshot = folder.resolve("cloud.json.gz");
        for (var format : new String[] {"json", "yaml", "html", "junit", "sarif", "table"}) {
            var live = folder.resolve("live." + format);
            var again = folder.resolve("again." + format);
            var env = Map.of("XDG_STATE_HOME", folder.toString());
            Ran.with(env, "check", "iaas", "--demo", "--record", "" + snapshot, "-o", format + "=" + live);
            var replay = Ran.with(env, "check", "iaas", "--replay", "" + snapshot, "-o", format + "=" + again);
            assertThat(replay.exitCode()).isEqualTo(ExitCode.DOES_NOT_CONFORM);
            assertThat(Files.readString(again)).as(format).isEqualTo(Files.readString(live));
            Files.delete(snapshot);
        }
    }

    @Test
    void aReadOnlyRunLeavesNoJournalAndSaysWhatItCouldNotJudge(@TempDir Path folder) {
        var ran = Ran.with(
                Map.of("XDG_STATE_HOME", folder.toString()), "check", "iaas", "--demo", "--read-only", "-o", "json");
        assertThat(ran.out()).contains("\"readOnly\"");
        assertThat(folder.resolve("allmende/runs"))
                .satisfiesAnyOf(
                        runs -> assertThat(runs).doesNotExist(),
                        runs -> assertThat(runs).isEmptyDirectory());
    }

    @Test
    void leavingSomethingOutDoesNotLetRecommendationsDecide(@TempDir Path folder) {
        var ran = Ran.with(
                Map.of("XDG_STATE_HOME", folder.toString()),
                "check",
                "iaas",
                "--demo=good",
                "--skip",
                "scs-0101",
                "--skip",
                "scs-0117",
                "-o",
                "table");
        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("passes the test cases asked for").contains("scs-0125-v1");
    }

    @Test
    void inCiProgressIsALinePerEvent(@TempDir Path folder) {
        var env = Map.of("XDG_STATE_HOME", folder.toString(), "CI", "true");
        var ran = Ran.with(env, "check", "iaas", "--demo", "--only", "scs-0100", "-o", "table");
        assertThat(ran.err())
                .containsPattern("(?m)^flavors: seen \\(\\d+ ms\\)$")
                .doesNotContain("\r");
        assertThat(Ran.with(env, "check", "iaas", "--demo", "--only", "scs-0100", "-q")
                        .err())
                .isEmpty();
    }

    @Test
    void aTruncatedSnapshotIsRefusedWithThePlace(@TempDir Path folder) throws IOException {
        var snapshot = folder.resolve("cloud.json");
        Ran.with(
                Map.of("XDG_STATE_HOME", folder.toString()),
                "check",
                "iaas",
                "--demo",
                "--record",
                "" + snapshot,
                "-q");
        var text = Files.readString(snapshot);
        Files.writeString(snapshot, text.substring(0, text.length() / 2));
        var ran = Ran.of("check", "iaas", "--replay", snapshot.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DATA);
        assertThat(ran.err()).contains("cloud.json").containsPattern("line \\d+|:\\d+:");
    }
}
