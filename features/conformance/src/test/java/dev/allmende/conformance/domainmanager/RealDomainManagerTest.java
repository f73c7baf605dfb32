package dev.allmende.conformance.domainmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.run.RealCloud;
import dev.allmende.conformance.testcase.Verdict;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
class RealDomainManagerTest {

    @TempDir
    private @Nullable Path folder;

    /** Keystone Zed has no role manager of its own, and the test bed adds no policy. */
    @Test
    void theTestBedFails() {
        try (var cloud = RealCloud.open("testbed")) {
            var outcomes = RealCloud.check(
                    cloud,
                    RealCloud.config("testbed-admin"),
                    java.util.Objects.requireNonNull(folder),
                    DomainManagerCases.all());

            assertThat(outcomes.getFirst().strict().verdict())
                    .as("%s", outcomes)
                    .isEqualTo(Verdict.FAIL);
        }
    }
}
