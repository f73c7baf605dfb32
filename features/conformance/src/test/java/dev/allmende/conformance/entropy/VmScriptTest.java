package dev.allmende.conformance.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        assertThat(ConsoleFacts.parse(VmScript.digest(console)).fips()).contains(new ConsoleFacts.FipsCount(1, 2));
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
        assertThat(facts.fips()).hasValueSatisfying(count -> {
            assertThat(count.failures()).isLessThan(5);
            assertThat(count.blocks()).isGreaterThanOrEqualTo(20);
        });
        assertThat(facts.rngdInstalled()).isPresent();
    }

    /** The guest's awk must count as the class does, good blocks and bad ones; all zeros, all 0x55, a long run. */
    @Test
    void theScriptsAwkJudgesAsWeDo() throws IOException, InterruptedException {
        var random = new Random(7);
        var input = new StringBuilder();
        int failures = 0;
        for (int i = 0; i < 40; i++) {
            var block = new byte[Fips140.BLOCK];
            random.nextBytes(block);
            switch (i) {
                case 0 -> Arrays.fill(block, (byte) 0);
                case 1 -> Arrays.fill(block, (byte) 0x55);
                case 2 -> Arrays.fill(block, 100, 104, (byte) 0xff);
                case 3 -> Arrays.fill(block, 0, 200, (byte) 0x0f);
                default -> {
                    // as it came
                }
            }
            failures += Fips140.passes(block) ? 0 : 1;
            for (byte each : block) {
                input.append(each & 0xff).append(' ');
            }
            input.append('\n');
        }
        var process = new ProcessBuilder("awk", VmScript.AWK).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.toString().getBytes(StandardCharsets.UTF_8));
        }
        var counted = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(failures).isGreaterThanOrEqualTo(4);
        assertThat(counted).isEqualTo(failures + " 40\n");
    }

    private static String random(byte[] block) {
        return "allmende:random " + Base64.getEncoder().encodeToString(block) + "\n";
    }
}
