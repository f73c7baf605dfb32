package dev.allmende.conformance.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleFactsTest {

    @Test
    void readsOurLinesAmongTheOthers() {
        var facts = ConsoleFacts.parse("""
                [    0.000000] Linux version 6.1.0\r
                login: allmende:kernel 6.1.0-28-amd64\r
                allmende:entropy-avail 256
                allmende:rngtest rngtest: FIPS 140-2 successes: 998
                allmende:rngtest rngtest: FIPS 140-2 failures: 2
                allmende:rngtest rngtest: FIPS 140-2(2001-10-10) Monobit: 7
                allmende:rngd-installed yes
                allmende:rngd-running no
                allmende:hwrng virtio_rng.0
                allmende:hwrng \u001b[0mtpm-rng-0
                allmende:end
                """);
        assertThat(facts)
                .isEqualTo(new ConsoleFacts(
                        Optional.of("256"),
                        Optional.of(new ConsoleFacts.FipsCount(2, 1000)),
                        Optional.of(true),
                        Optional.of(false),
                        List.of("virtio_rng.0", "tpm-rng-0"),
                        Optional.of("6.1.0-28-amd64")));
    }

    @Test
    void knowsNothingOfAnEmptyOrForeignConsole() {
        var nothing = new ConsoleFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        assertThat(ConsoleFacts.parse("")).isEqualTo(nothing);
        assertThat(ConsoleFacts.parse(
                        "allmende:entropy-avail\nrngtest: FIPS 140-2 failures: 3\nallmende:rngd-running maybe"))
                .isEqualTo(nothing);
    }

    @Test
    void isCompleteOnlyAfterOurEnd() {
        assertThat(ConsoleFacts.isComplete("allmende:kernel 6\nallmende:en")).isFalse();
        assertThat(ConsoleFacts.isComplete("allmende:kernel 6\r\nallmende:end")).isTrue();
    }
}
