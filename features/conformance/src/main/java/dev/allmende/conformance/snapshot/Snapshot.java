package dev.allmende.conformance.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run saw of a cloud, in the order of input names' first use. Judging it needs no network and no clock.
 *
 * @param header where, when and by whom it was taken
 * @param observations by input name
 */
public record Snapshot(Header header, Map<String, Observation> observations) implements Facts {

    public Snapshot {
        observations = Collections.unmodifiableMap(new LinkedHashMap<>(observations));
    }

    /**
     * Where, when and by whom.
     *
     * @param runUuid identity of the run and of its reports
     * @param runId short id in the names of resources
     * @param takenAt the moment facts are judged against
     * @param tool name and version of the program
     * @param cloud name in clouds.yaml
     * @param region empty when none was named
     */
    public record Header(
            String runUuid,
            String runId,
            Instant takenAt,
            String tool,
            String cloud,
            String authUrl,
            String region,
            boolean readOnly) {}

    @Override
    public <T> Known<T> of(Input<T> input) {
        return switch (Optional.ofNullable(observations.get(input.name())).orElse(null)) {
            case null ->
                new Known.Unknown<>(
                        Observation.Why.NOT_RECORDED,
                        "the snapshot has no '" + input.name() + "': check the cloud again to judge this");
            case Observation.NotSeen notSeen -> new Known.Unknown<>(notSeen.cause(), notSeen.why());
            case Observation.Seen seen -> read(input, seen);
        };
    }

    private static <T> Known<T> read(Input<T> input, Observation.Seen seen) {
        try {
            return new Known.Seen<>(input.reader().read(seen.answers()));
        } catch (UnreadableAnswer unreadable) {
            return new Known.Unknown<>(Observation.Why.FAILED, String.valueOf(unreadable.getMessage()));
        }
    }
}
