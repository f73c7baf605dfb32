package dev.allmende.central.objectbucketcredentials;

import dev.allmende.central.bucket.Ec2Credentials;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The pairs of keys of one object. Their access keys are derived from its UID and a number, so that none is lost with the
 * status, and none doubled.
 *
 * @param numbers of those that are there, in order; never empty
 */
record Ring(String owner, List<Long> numbers) {

    /** So many are looked for when nothing is known: one a day for 27 years. */
    private static final int MOST = 10_000;

    /** How far the status may be behind what there is. */
    private static final int NEAR = 2;

    /**
     * @param known number of the pair that the status shows; 0 for none
     * @param all access keys that there are, anybody's
     */
    static Optional<Ring> of(String owner, long known, Collection<String> all) {
        var first = Math.max(1, known - NEAR);
        var last = known == 0 ? MOST : known + NEAR;
        var numbers = LongStream.rangeClosed(first, last)
                .filter(number -> all.contains(Ec2Credentials.accessKey(owner, number)))
                .boxed()
                .toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Ring(owner, numbers));
    }

    /** The newest, which is the one to use. */
    long current() {
        return numbers.getLast();
    }

    String access() {
        return Ec2Credentials.accessKey(owner, current());
    }

    /** Access keys of those that are not to be used any more. */
    List<String> old() {
        return numbers.stream()
                .filter(number -> number != current())
                .map(number -> Ec2Credentials.accessKey(owner, number))
                .toList();
    }
}
