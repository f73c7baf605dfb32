package dev.allmende.conformance.report;

import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is written about one run; every format is made from this and from nothing else.
 *
 * @param header where, when and by whom the facts were seen
 * @param subject the cloud's public name
 * @param referenceDate the date whose rules count
 * @param mode by which reading the verdicts count
 * @param arguments how the run was called, without secrets
 * @param scope empty when only single test cases were asked for
 * @param versions newest first
 * @param outcomes in a stable order
 * @param notCovered what this run says nothing about
 * @param inputs what was asked and how long it took
 * @param leftovers resources of the run that could not be removed, with the command that removes them
 * @param deciding without versions: ids of the test cases that decide; the others are shown only
 * @param provenance by which a reader can tell what exactly was judged
 */
public record Report(
        Snapshot.Header header,
        String subject,
        LocalDate referenceDate,
        Mode mode,
        List<String> arguments,
        Optional<ScopeName> scope,
        List<VersionResult> versions,
        List<Outcome> outcomes,
        List<NotCovered> notCovered,
        List<InputTime> inputs,
        List<String> leftovers,
        Set<String> deciding,
        Provenance provenance) {

    public Report {
        arguments = List.copyOf(arguments);
        versions = List.copyOf(versions);
        outcomes = List.copyOf(outcomes);
        notCovered = List.copyOf(notCovered);
        inputs = List.copyOf(inputs);
        leftovers = List.copyOf(leftovers);
        deciding = Set.copyOf(deciding);
    }

    /** A report that says nothing about its provenance; without versions all test cases decide. */
    public Report(
            Snapshot.Header header,
            String subject,
            LocalDate referenceDate,
            Mode mode,
            List<String> arguments,
            Optional<ScopeName> scope,
            List<VersionResult> versions,
            List<Outcome> outcomes,
            List<NotCovered> notCovered,
            List<InputTime> inputs,
            List<String> leftovers) {
        this(
                header,
                subject,
                referenceDate,
                mode,
                arguments,
                scope,
                versions,
                outcomes,
                notCovered,
                inputs,
                leftovers,
                outcomes.stream().map(outcome -> outcome.testCase().id()).collect(Collectors.toSet()),
                Provenance.UNKNOWN);
    }

    /**
     * What exactly was judged, and by which rules.
     *
     * @param snapshotDigest {@code sha256:...} of the snapshot file; empty when none was kept
     * @param scopeOrigin where the scope was read from: a file, or our own table and the commit it states; may be empty
     */
    public record Provenance(String snapshotDigest, String scopeOrigin) {
        public static final Provenance UNKNOWN = new Provenance("", "");
    }

    /** Identity of a scope. */
    public record ScopeName(String uuid, String name, String url) {}

    /**
     * How one version of the scope came out.
     *
     * @param validity effective, warn, draft or deprecated
     */
    public record VersionResult(String version, String validity, List<TargetResult> targets) {
        public VersionResult {
            targets = List.copyOf(targets);
        }
    }

    /**
     * One target (main, recommended, preview) of one version.
     *
     * @param verdict empty when a test case is missing and none failed
     */
    public record TargetResult(
            String target,
            Optional<Verdict> verdict,
            List<String> passed,
            List<String> failed,
            List<String> aborted,
            List<String> missing) {}

    /** A test case or a topic that was not judged, and why. */
    public record NotCovered(String id, String title, String why) {}

    /**
     * What was asked of the cloud.
     *
     * @param note empty when it was seen, else why not
     */
    public record InputTime(String input, Duration took, String note) {}
}
