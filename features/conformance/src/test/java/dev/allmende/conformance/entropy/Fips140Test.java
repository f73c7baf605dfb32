package dev.allmende.conformance.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Borders worked out by hand from FIPS 140-2, change notice 1. */
class Fips140Test {

    @Test
    void nearlyAllBlocksOfAGoodGeneratorPass() {
        var random = new Random(140);
        int failures = 0;
        for (int i = 0; i < 1000; i++) {
            var block = new byte[Fips140.BLOCK];
            random.nextBytes(block);
            failures += Fips140.passes(block) ? 0 : 1;
        }
        // About 0.8 of 1000 are expected; seeded, so this is no matter of luck.
        assertThat(failures).isLessThanOrEqualTo(5);
    }

    @Test
    void monobitWantsMoreThan9725AndFewerThan10275Ones() {
        assertThat(Fips140.monobit(ones(9725))).isFalse();
        assertThat(Fips140.monobit(ones(9726))).isTrue();
        assertThat(Fips140.monobit(ones(10274))).isTrue();
        assertThat(Fips140.monobit(ones(10275))).isFalse();
    }

    @Test
    void pokerWantsNeitherEvenNorLopsidedNibbles() {
        // 5000 nibbles evenly over 16 values: X = 16/5000 * (8*312^2 + 8*313^2) - 5000 = 0.0128
        assertThat(Fips140.poker(nibbles(0))).isFalse();
        // 40 nibbles moved from one value to another: X = 0.0128 + 16/5000 * 2*40*(40 + difference) is about 10.2
        assertThat(Fips140.poker(nibbles(40))).isTrue();
        // 100 moved: about 64
        assertThat(Fips140.poker(nibbles(100))).isFalse();
    }

    @Test
    void aRunOf26FailsEvenInAnOtherwiseGoodBlock() {
        var block = goodBlock();
        assertThat(Fips140.runs(block)).isTrue();
        Arrays.fill(block, 100, 104, (byte) 0xFF);
        assertThat(Fips140.runs(block)).isFalse();
    }

    @Test
    void regularPatternsFail() {
        var alternating = new byte[Fips140.BLOCK];
        Arrays.fill(alternating, (byte) 0x55);
        assertThat(Fips140.monobit(alternating)).isTrue();
        assertThat(Fips140.runs(alternating)).isFalse();
        assertThat(Fips140.passes(new byte[Fips140.BLOCK])).isFalse();
    }

    @Test
    void refusesABlockOfAnotherSize() {
        assertThatThrownBy(() -> Fips140.passes(new byte[10])).hasMessage("a block has 2500 bytes, this has 10");
    }

    private static byte[] goodBlock() {
        var random = new Random(1);
        while (true) {
            var block = new byte[Fips140.BLOCK];
            random.nextBytes(block);
            if (Fips140.passes(block)) {
                return block;
            }
        }
    }

    private static byte[] ones(int count) {
        var block = new byte[Fips140.BLOCK];
        for (int i = 0; i < count; i++) {
            block[i / 8] = (byte) (block[i / 8] | (1 << (i % 8)));
        }
        return block;
    }

    /** All values of a nibble equally often, but for some of value 0 that became value 1. */
    private static byte[] nibbles(int moved) {
        var block = new byte[Fips140.BLOCK];
        int toMove = moved;
        for (int i = 0; i < 5000; i++) {
            int value = i % 16;
            if (value == 0 && toMove > 0) {
                value = 1;
                toMove--;
            }
            block[i / 2] = (byte) (block[i / 2] | (value << (i % 2 * 4)));
        }
        return block;
    }
}
