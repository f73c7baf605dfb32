package dev.allmende.status.probe;

import java.time.Instant;
import java.util.Optional;

/** What is made of the results of a probe. */
@FunctionalInterface
public interface Opinions {

    /** A state's word, and since when. */
    record Opinion(String state, Instant since) {}

    Optional<Opinion> of(Key key);

    /** The newest result of any place that was heard. */
    default Optional<Result> newest(Key key) {
        return Optional.empty();
    }
}
