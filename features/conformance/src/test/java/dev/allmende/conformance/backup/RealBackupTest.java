package dev.allmende.conformance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.run.RealCloud;
import dev.allmende.conformance.testcase.Verdict;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
class RealBackupTest {

    @TempDir
    private @Nullable Path folder;

    @Test
    void theTestBedBacksUpAndRestores() {
        try (var cloud = RealCloud.open("testbed")) {
            var outcomes = RealCloud.check(cloud, java.util.Objects.requireNonNull(folder), BackupCases.all());

            assertThat(outcomes)
                    .extracting(outcome -> outcome.strict().verdict())
                    .as("%s", outcomes)
                    .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.ABORT);
            assertThat(outcomes.getFirst().upstream().verdict()).isEqualTo(Verdict.PASS);
        }
    }
}
