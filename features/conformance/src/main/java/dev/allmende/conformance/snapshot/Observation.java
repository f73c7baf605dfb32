package dev.allmende.conformance.snapshot;

import java.time.Duration;
import java.util.List;

/** What came of asking for one input. */
public sealed interface Observation {

    /** How long asking took. */
    Duration took();

    /** The cloud answered; the answers may well say that something is wrong. */
    record Seen(List<RecordedAnswer> answers, Duration took) implements Observation {
        public Seen {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Nothing to judge.
     *
     * @param why one line: what happened and what to do about it
     * @param partial answers that came before it broke off, as evidence
     */
    record NotSeen(Why cause, String why, List<RecordedAnswer> partial, Duration took) implements Observation {
        public NotSeen {
            partial = List.copyOf(partial);
        }
    }

    /** Why an input was not seen. */
    enum Why {
        /** The cloud did not answer, or not in a way that can be read. */
        FAILED,
        /** The credential may not see or do it. */
        FORBIDDEN,
        /** The cloud has no such service. */
        NO_SERVICE,
        /** It would have changed the cloud, and the run was read-only. */
        READ_ONLY,
        /** The user asked to leave it out, or the run was cut off before. */
        SKIPPED,
        /** The snapshot was taken without this input. */
        NOT_RECORDED
    }
}
