package dev.allmende.conformance.run;

import dev.allmende.conformance.testcase.TestCase;
import java.time.Duration;
import java.util.List;

/**
 * What a run shall find out.
 *
 * @param cases the inputs of these are asked for
 * @param readOnly never change the cloud
 * @param limits how long it may take
 * @param tool name and version of the program, for the snapshot's header
 */
public record RunRequest(RunId run, List<TestCase> cases, boolean readOnly, Limits limits, String tool) {

    public RunRequest {
        cases = List.copyOf(cases);
    }

    /**
     * How long a run may take.
     *
     * @param whole asking, all in all; what is still under way then is given up
     * @param input asking for one input, without the time it waits for others
     * @param cleanup removing what the run created, after asking is over
     */
    public record Limits(Duration whole, Duration input, Duration cleanup) {

        /** Fits a slow cloud: upstream alone grants 500 s to create a server and 300 s to read its console. */
        public static final Limits USUAL =
                new Limits(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(5));

        public Limits {
            if (!whole.isPositive() || !input.isPositive() || !cleanup.isPositive()) {
                throw new IllegalArgumentException("limits of a run must be longer than nothing");
            }
        }
    }
}
