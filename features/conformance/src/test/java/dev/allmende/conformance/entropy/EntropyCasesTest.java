package dev.allmende.conformance.entropy;

import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
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
