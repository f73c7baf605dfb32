package dev.allmende.status.impact;

import java.time.Instant;

/** How a component fares, as probes tell. */
public sealed interface Verdict {

    /**
     * It suffers.
     *
     * @param kind impact type
     * @param since first bad result
     * @param root component that the trouble comes from: itself, or one that it does not work without
     * @param recovering good again, but not for long enough to count
     * @param why for those who run the cloud
     */
    record Bad(
            String kind, int severity, Instant since, String root, boolean recovering, String why, Voice.Manner manner)
            implements Verdict {}

    /**
     * It fares well.
     *
     * @param since first good result after its last trouble
     */
    record Good(Instant since) implements Verdict {}

    /** What was before stays: nothing is known, or what is known does not count now. */
    record Held(String why) implements Verdict {}
}
