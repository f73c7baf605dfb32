package dev.allmende.conformance.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.run.RealCloud;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
class RealVmTest {

    @TempDir
    private @Nullable Path folder;

    @Test
    void aServerOfTheTestBedTellsOfItsRandomness() {
        var testCase = new TestCase(
                "allmende-test-vm",
                "a server boots",
                "none",
                "",
                TestCase.Profile.BEYOND,
                List.of(VmConsole.CONSOLE),
                (facts, rules) -> switch (facts.of(VmConsole.CONSOLE)) {
                    case Known.Unknown<ConsoleFacts> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<ConsoleFacts> seen ->
                        Judgement.pass(seen.value().toString());
                });
        try (var cloud = RealCloud.open("testbed")) {
            var outcome = RealCloud.check(cloud, java.util.Objects.requireNonNull(folder), List.of(testCase))
                    .getFirst();

            assertThat(outcome.strict().verdict()).as("%s", outcome.strict()).isEqualTo(Verdict.PASS);
            assertThat(outcome.strict().reason())
                    .contains(
                            "entropyAvail=Optional[256]",
                            "fips=Optional[FipsCount[failures=",
                            "rngdRunning=Optional[false]");
        }
    }
}
