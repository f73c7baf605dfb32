package dev.allmende.conformance.run;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Identity of one run.
 *
 * @param uuid of the run and of its reports
 * @param id short, in the names of everything the run creates; lower-case letters and digits, as every OpenStack name
 *     and tag and every host name allows them
 */
public record RunId(UUID uuid, String id) {

    /** What {@link #id} looks like, also within names: eight letters and digits without i, l, o and u. */
    public static final String PATTERN = "[0-9abcdefghjkmnpqrstvwxyz]{8}";

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    public RunId {
        if (!id.matches(PATTERN)) {
            throw new IllegalArgumentException("id of a run must be like 4kz09a7q, was '" + id + "'");
        }
    }

    public static RunId make(RandomGenerator random) {
        var id = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        // RFC 9562, section 5.4: version 4, variant 10.
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new RunId(new UUID(high, low), id.toString());
    }

    /** Name of a resource of this run, for example {@code allmende-4kz09a7q-volume}. */
    public String nameOf(String what) {
        return "allmende-" + id + "-" + what;
    }
}
