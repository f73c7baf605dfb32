package dev.allmende.conformance.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VmScriptTest {

    @Test
    void countsBlocksThatCameWholeAndDropsTheOthers() {
        var good = new byte[Fips140.BLOCK];
        new Random(3).nextBytes(good);
        var console = "[    1.0] boot\nlogin: allmende:kernel 6.1.0\n"
                + random(good) + random(new byte[Fips140.BLOCK]) + random(good).substring(0, 900) + "\n"
                + "allmende:end ok\n";

        assertThat(VmScript.digest(console))
                .isEqualTo("allmende:kernel 6.1.0\nallmende:rngtest failures: 1 (of 2 blocks of /dev/random, tested by"
                        + " Allmende)\nallmende:end ok\n");
        assertThat(ConsoleFacts.parse(VmScript.digest(console)).fipsFailures()).contains(1);
    }

    @Test
    void saysNothingAboutBlocksItDidNotSee() {
        assertThat(VmScript.digest("allmende:rngtest rngtest: FIPS 140-2 failures: 2\nallmende:end ok"))
                .isEqualTo("allmende:rngtest rngtest: FIPS 140-2 failures: 2\nallmende:end ok\n");
    }

    /** The script must run in any POSIX sh; this machine's is as good as another. */
    @Test
    void theScriptRunsInAPlainShell() throws IOException, InterruptedException {
        var toStandardOutput = VmScript.USER_DATA.replaceFirst("(?m)^\\( : >/dev/console.*$", "");
        var process = new ProcessBuilder("sh", "-c", toStandardOutput)
                .redirectErrorStream(true)
                .start();
        var console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        var facts = ConsoleFacts.parse(VmScript.digest(console));
        assertThat(ConsoleFacts.isComplete(console)).isTrue();
        assertThat(facts.entropyAvail()).isPresent();
        assertThat(facts.kernelRelease()).isPresent();
        assertThat(facts.fipsFailures())
                .hasValueSatisfying(failures -> assertThat(failures).isLessThan(5));
        assertThat(facts.rngdInstalled()).isPresent();
    }

    private static String random(byte[] block) {
        return "allmende:random " + Base64.getEncoder().encodeToString(block) + "\n";
    }
}
