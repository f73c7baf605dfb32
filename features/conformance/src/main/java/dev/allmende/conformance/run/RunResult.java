package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Snapshot;
import java.util.List;

/**
 * What came of a run.
 *
 * @param leftovers one line per resource of the run that is still there, with the command that removes it
 * @param cutOff whether the user or the time limit ended it early
 */
public record RunResult(Snapshot snapshot, List<String> leftovers, boolean cutOff) {

    public RunResult {
        leftovers = List.copyOf(leftovers);
    }
}
