package dev.allmende.conformance.entropy;

/**
 * The statistical tests for random number generators of FIPS 140-2 (section 4.9.1, change notice 1 of 2001-10-10): on
 * each block of 20,000 bits the monobit, poker, runs and long run test. rngtest runs the same, and a continuous test.
 */
public final class Fips140 {

    /** Bytes of one block. */
    public static final int BLOCK = 2500;

    private static final int LONG_RUN = 26;

    /** Least and most runs of length 1, 2, 3, 4, 5, and 6 or more; of zeros as of ones. */
    private static final int[][] RUNS = {{2315, 2685}, {1114, 1386}, {527, 723}, {240, 384}, {103, 209}, {103, 209}};

    private Fips140() {}

    /** Whether a block passes all tests; bits are taken from the highest of each byte. */
    public static boolean passes(byte[] block) {
        if (block.length != BLOCK) {
            throw new IllegalArgumentException("a block has " + BLOCK + " bytes, this has " + block.length);
        }
        return monobit(block) && poker(block) && runs(block);
    }

    static boolean monobit(byte[] block) {
        int ones = 0;
        for (byte each : block) {
            ones += Integer.bitCount(each & 0xFF);
        }
        return 9725 < ones && ones < 10275;
    }

    /** 2.16 &lt; 16/5000 * sum(f(i)^2) - 5000 &lt; 46.17, in whole numbers. */
    static boolean poker(byte[] block) {
        var counts = new int[16];
        for (byte each : block) {
            counts[(each >> 4) & 0xF]++;
            counts[each & 0xF]++;
        }
        long squares = 0;
        for (int count : counts) {
            squares += (long) count * count;
        }
        long hundredths = squares * 1600 - 5000L * 5000 * 100;
        return 216L * 5000 < hundredths && hundredths < 4617L * 5000;
    }

    /** The runs and the long run test. */
    static boolean runs(byte[] block) {
        var counts = new int[2][RUNS.length];
        int length = 0;
        int last = -1;
        for (int i = 0; i < BLOCK * 8; i++) {
            int bit = (block[i >> 3] >> (7 - (i & 7))) & 1;
            if (bit != last && length > 0) {
                counts[last][Math.min(length, RUNS.length) - 1]++;
                length = 0;
            }
            last = bit;
            if (++length >= LONG_RUN) {
                return false;
            }
        }
        counts[last][Math.min(length, RUNS.length) - 1]++;
        for (int i = 0; i < RUNS.length; i++) {
            if (outside(counts[0][i], RUNS[i]) || outside(counts[1][i], RUNS[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean outside(int count, int[] limits) {
        return count < limits[0] || count > limits[1];
    }
}
