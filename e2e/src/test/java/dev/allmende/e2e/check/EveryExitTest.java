package dev.allmende.e2e.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.e2e.Allmende;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, a report is written where one can be, and nothing of the run stays in the cloud. */
class EveryExitTest {

    /** Slow enough to be met at work, and yet every resource can be removed. */
    private static final Fault SLOW = new Fault.Latency(Fault.Where.service("volume"), Duration.ofMillis(400));

    private @TempDir Path folder = Path.of("");
    private @Nullable DevCloud cloud;

    @BeforeEach
    void startsCloud() throws IOException {
        cloud = DevCloud.start(Scenario.named("good"));
        Files.writeString(folder.resolve("clouds.yaml"), cloud.cloudsYaml());
    }

    @AfterEach
    void stopsCloud() {
        cloud().close();
    }

    @Test
    void aRunThatEndsByItselfLeavesNothing() throws Exception {
        var ended = Allmende.run(folder, "check", "iaas", "--cloud", "devcloud", "--only", "scs-0117");
        assertThat(ended.exitCode()).as(ended.err() + ended.out()).isZero();
        assertThat(nothingIsLeft()).isTrue();
    }

    @Test
    void ctrlCRemovesWhatWasCreatedAndStillReports() throws Exception {
        cloud().faults().add(SLOW);
        try (var run = Allmende.start(
                folder, "check", "iaas", "--cloud", "devcloud", "--only", "scs-0117", "-o", "report.json")) {
            run.until("a volume is noted", this::aVolumeIsNoted);
            run.interrupt();
            var ended = run.end();
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
            assertThat(folder.resolve("report.json")).content().contains("scs-0117-test-backup");
        }
        assertThat(nothingIsLeft()).isTrue();
    }

    @Test
    void ctrlCEndsTheRunsOfSeveralCloudsAndEachStillReports() throws Exception {
        cloud().faults().add(SLOW);
        try (var other = DevCloud.start(Scenario.named("good"))) {
            other.faults().add(SLOW);
            var second = other.cloudsYaml().replace("clouds:\n", "").replace("  devcloud:", "  other:");
            Files.writeString(
                    folder.resolve("clouds.yaml"),
                    cloud().cloudsYaml() + second.substring(0, second.indexOf("  devcloud-admin:")));
            try (var run = Allmende.start(
                    folder, "check", "iaas", "--cloud", "devcloud,other", "--only", "scs-0117", "-o", "{cloud}.json")) {
                run.until("a volume is noted", this::aVolumeIsNoted);
                run.interrupt();
                assertThat(run.end().exitCode()).isEqualTo(130);
            }
            assertThat(folder.resolve("devcloud.json")).content().contains("scs-0117-test-backup");
            assertThat(folder.resolve("other.json")).content().contains("scs-0117-test-backup");
            other.faults().clear();
            var left = Allmende.run(folder, "check", "cleanup", "--cloud", "other", "--older-than", "0s");
            assertThat(left.out()).contains("nothing left behind");
        }
        assertThat(nothingIsLeft()).isTrue();
    }

    @Test
    void afterKill9CleanupRemovesTheRestAndASecondOneFindsNothing() throws Exception {
        cloud().faults().add(SLOW);
        try (var run = Allmende.start(folder, "check", "iaas", "--cloud", "devcloud", "--only", "scs-0117")) {
            run.until("a volume is noted", this::aVolumeIsNoted);
            run.kill();
        }
        cloud().faults().clear();
        var first = Allmende.run(folder, "check", "cleanup", "--cloud", "devcloud");
        assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
        assertThat(first.out()).contains("removed: ").contains("volume");
        var second = Allmende.run(folder, "check", "cleanup", "--cloud", "devcloud");
        assertThat(second.out()).contains("nothing left behind");
    }

    @Test
    void aCloudThatDiesHalfWayStillGetsAReport() throws Exception {
        cloud().faults().add(new Fault.Dead(Fault.Where.ANYWHERE, 4));
        var ended =
                Allmende.run(folder, "check", "iaas", "--cloud", "devcloud", "-o", "report.json", "--timeout", "60");
        assertThat(ended.exitCode()).as(ended.err()).isIn(1, 2);
        assertThat(folder.resolve("report.json")).content().contains("\"ABORT\"");
    }

    @Test
    void tooLittleMemoryIsNotTakenForACloudThatDoesNotConform() throws Exception {
        try (var big = DevCloud.start(Scenario.named("big"))) {
            Files.writeString(folder.resolve("clouds.yaml"), big.cloudsYaml());
            try (var run = Allmende.start(
                    folder, List.of("-Xmx24m"), "check", "iaas", "--cloud", "devcloud", "--only", "scs-0102")) {
                var ended = run.end();
                assertThat(ended.exitCode()).as(ended.err()).isNotIn(0, 1);
            }
        }
    }

    /** A fresh look by the program itself: cleanup without age would remove whatever carries a mark. */
    private boolean nothingIsLeft() throws Exception {
        cloud().faults().clear();
        var ended = Allmende.run(folder, "check", "cleanup", "--cloud", "devcloud", "--older-than", "0s");
        return ended.exitCode() == 0 && ended.out().contains("nothing left behind");
    }

    private boolean aVolumeIsNoted() {
        var runs = folder.resolve("state/allmende/runs");
        if (!Files.isDirectory(runs)) {
            return false;
        }
        try (var journals = Files.list(runs)) {
            return journals.anyMatch(EveryExitTest::namesACreatedVolume);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean namesACreatedVolume(Path journal) {
        try {
            return Files.readString(journal)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .count()
                    >= 2;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private DevCloud cloud() {
        return Objects.requireNonNull(cloud);
    }
}
