package dev.allmende.conformance.entropy;

import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.RecordedFacts;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyCasesTest {

    private static final Input<ConsoleFacts> CONSOLE = new Input<>(
            "vm-console",
            Input.Effect.CHANGES,
            session -> List.of(),
            answers -> ConsoleFacts.parse(answers.getFirst().text()));

    @ParameterizedTest
    @CsvSource({
        "scs-0101-entropy-avail, entropy-avail 256, PASS, PASS",
        "scs-0101-entropy-avail, entropy-avail 3700, FAIL, FAIL",
        "scs-0101-entropy-avail, end, ABORT, ABORT",
        "scs-0101-fips-test, rngtest failures: 4, PASS, PASS",
        "scs-0101-fips-test, rngtest failures: 5, PASS, FAIL",
        "scs-0101-fips-test, rngtest failures: 6, FAIL, FAIL",
        "scs-0101-fips-test, end, ABORT, ABORT",
        "scs-0101-fips-test, rngtest failures: 0 (of 20 blocks, PASS, PASS",
        "scs-0101-fips-test, rngtest failures: 1 (of 20 blocks, ABORT, ABORT",
        "scs-0101-fips-test, rngtest failures: 1 (of 200 blocks, PASS, ABORT",
        "scs-0101-fips-test, rngtest failures: 5 (of 20 blocks, ABORT, FAIL",
        "scs-0101-fips-test, rngtest failures: 0 (of 0 blocks, ABORT, ABORT",
        "scs-0101-rngd, rngd-installed yes, ABORT, PASS",
        "scs-0101-rngd, rngd-installed no, ABORT, FAIL",
        "allmende-0101-rngd-running, rngd-running no, FAIL, FAIL",
        "allmende-0101-rngd-running, rngd-running yes, PASS, PASS",
        "allmende-0101-kernel, kernel 5.18.0, PASS, PASS",
        "allmende-0101-kernel, kernel 5.10.0-28-amd64, FAIL, FAIL",
        "allmende-0101-kernel, kernel 6.1.0, PASS, PASS",
        "allmende-0101-kernel, end, ABORT, ABORT",
    })
    void judgesTheConsole(String id, String line, Verdict upstream, Verdict strict) {
        facts().seen("vm-console", RecordedAnswer.text("console", "boot\r\nallmende:" + line + "\r\n"))
                .assertVerdicts(id, upstream, strict);
    }

    @Test
    void saysHowManyBlocksWereTestedWhenFewerThanTheStandardAsksFor() {
        assertThat(reason("rngtest failures: 0 (of 20 blocks of /dev/random)"))
                .isEqualTo("0 of 20 blocks failed (a sample: the standard asks for 1000)");
        assertThat(reason("rngtest: FIPS 140-2 failures: 1")).isEqualTo("1 of 1000 blocks failed");
    }

    private static String reason(String line) {
        var seen = facts().seen("vm-console", RecordedAnswer.text("console", "allmende:" + line + "\n"));
        return seen.judge("scs-0101-fips-test", Mode.STRICT).reason();
    }

    @Test
    void judgesImagesByTheFirstRevisionOnlyByTheText() {
        var image = "{\"images\":[{\"id\":\"i\",\"name\":\"n\",\"visibility\":\"public\"%s}]}";
        facts().seen("images", RecordedFacts.answer(200, image.formatted("")))
                .assertVerdicts("scs-0101-image-property", ABORT, FAIL);
        facts().seen("images", RecordedFacts.answer(200, image.formatted(",\"hw_rng_model\":\"virtio\"")))
                .assertVerdicts("scs-0101-image-property", ABORT, PASS);
    }

    private static RecordedFacts facts() {
        return new RecordedFacts(EntropyCases.all(CONSOLE));
    }
}
