package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeReportSpec;
import dev.allmende.api.status.ProbeReportSpec.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The newest rounds of an agent's probes, as they go to the API and come from there. Thread-safe. */
final class Report {

    /** Enough that none is lost between two times that an agent writes: the shortest interval is a second. */
    private static final int ROUNDS = 10;

    /** Of all probes, as the API takes them. */
    private static final int MOST = 1000;

    private static final int DETAIL = 500;

    private final Map<String, Deque<Result>> rounds = new TreeMap<>();
    private boolean isNews;

    synchronized void add(String probe, Result result) {
        var known = rounds.computeIfAbsent(probe, none -> new ArrayDeque<>());
        known.addLast(result);
        if (known.size() > ROUNDS) {
            known.removeFirst();
        }
        isNews = true;
    }

    /** Forgets all other probes. */
    synchronized void retain(Collection<String> probes) {
        rounds.keySet().retainAll(probes);
    }

    /** What is to be written; empty when there is nothing new. */
    synchronized Optional<ProbeReportSpec> news(Instant now) {
        if (!isNews) {
            return Optional.empty();
        }
        isNews = false;
        int each = Math.clamp(MOST / Math.max(1, rounds.size()), 1, ROUNDS);
        var all = rounds.entrySet().stream()
                .flatMap(probe -> probe.getValue().stream()
                        .skip(Math.max(0, probe.getValue().size() - each))
                        .map(result -> round(probe.getKey(), result)))
                .limit(MOST)
                .toList();
        return Optional.of(new ProbeReportSpec(now.toString(), all));
    }

    /** It is to be written whether there is something new or not: what was to be written was not, or it is a sign of life. */
    synchronized void isDue() {
        isNews = true;
    }

    private static ProbeReportSpec.Round round(String probe, Result result) {
        var detail = result.detail();
        return new ProbeReportSpec.Round(
                probe,
                result.at().toString(),
                Grade.valueOf(result.grade().name()),
                result.latency().toMillis(),
                result.phases().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().toMillis())),
                result.error().map(Failing::word).orElse(null),
                detail.isEmpty() ? null : detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail);
    }

    /** @throws java.time.format.DateTimeParseException never for what the API has checked */
    static Result result(ProbeReportSpec.Round round) {
        var phases = new LinkedHashMap<String, Duration>();
        round.phases().forEach((phase, millis) -> phases.put(phase, Duration.ofMillis(millis)));
        return new Result(
                Instant.parse(round.at()),
                Result.Grade.valueOf(round.grade().name()),
                Duration.ofMillis(round.latencyMillis()),
                phases,
                Arrays.stream(Failing.values())
                        .filter(each -> each.word().equals(round.error()))
                        .findFirst(),
                round.detail() == null ? "" : round.detail());
    }
}
