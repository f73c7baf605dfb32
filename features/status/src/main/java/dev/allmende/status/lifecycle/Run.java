package dev.allmende.status.lifecycle;

import dev.allmende.openstack.resource.Mark;
import dev.allmende.status.board.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * One run of a life cycle. All that it makes has its name, and its {@link Mark} where the service keeps one, so that what a
 * crash leaves says whose it is and how old.
 *
 * @param probe 12 hexadecimal digits made of the probe's identifier
 * @param at begin, in whole seconds
 * @param chance tells runs apart that begin in the same second at several places
 */
record Run(String probe, Instant at, String chance) {

    private static final int DIGITS = 36;
    private static final int CHANCES = DIGITS * DIGITS * DIGITS * DIGITS;
    private static final String FIRST = "allm-";

    /** All names begin so. */
    static final String PREFIX = FIRST + "probe-";

    private static final Pattern NAME = Pattern.compile("allm-probe-([0-9a-f]{12})-([0-9a-z]{1,8})-([0-9a-z]{1,4})");

    static Run of(String probe, Instant at, RandomGenerator random) {
        return new Run(
                probe, Instant.ofEpochSecond(at.getEpochSecond()), Integer.toString(random.nextInt(CHANCES), DIGITS));
    }

    /** @param uid of the probe's object */
    static String probe(String uid) {
        return HexFormat.of().formatHex(Ids.digest(uid.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    private String owner() {
        return "probe-%s-%s-%s".formatted(probe, Long.toString(at.getEpochSecond(), DIGITS), chance);
    }

    String name() {
        return FIRST + owner();
    }

    Mark mark() {
        return new Mark(owner());
    }

    /** Of what a run has made; empty for other names. */
    static Optional<Run> of(String name) {
        var found = NAME.matcher(name);
        return found.matches()
                ? Optional.of(new Run(
                        found.group(1), Instant.ofEpochSecond(Long.parseLong(found.group(2), DIGITS)), found.group(3)))
                : Optional.empty();
    }
}
