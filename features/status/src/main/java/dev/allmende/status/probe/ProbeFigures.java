package dev.allmende.status.probe;

import dev.allmende.kit.Exposition;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What probes found, in Prometheus' text format 0.0.4, under names that stay. Labels are names of objects, places and phases:
 * never addresses, identifiers or messages. Thread-safe.
 */
public final class ProbeFigures implements Rounds.Listener {

    /** Upper bounds in seconds; the limits of openstack-health-monitor are among them, and those of life cycles. */
    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 22, 36, 60, 120, 300};

    private final Opinions opinions;
    private final Map<String, long[]> counts = new TreeMap<>();
    private final Map<String, Double> sums = new TreeMap<>();
    private final Map<String, Integer> success = new TreeMap<>();
    private final Map<String, Instant> lastSuccess = new TreeMap<>();
    private final Map<String, Key> keys = new TreeMap<>();

    public ProbeFigures(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public synchronized void heard(Key key, String place, Result result) {
        var labels = labels(key) + ",location=\"" + place + '"';
        keys.put(labels(key), key);
        if (result.grade() == Result.Grade.UNKNOWN) {
            return;
        }
        boolean isGood = result.grade() != Result.Grade.FAIL;
        success.put(labels, isGood ? 1 : 0);
        if (isGood) {
            lastSuccess.put(labels, result.at());
        }
        observe(labels + ",phase=\"total\"", result.latency().toNanos() / 1e9);
        result.phases().forEach((phase, time) -> observe(labels + ",phase=\"" + phase + '"', time.toNanos() / 1e9));
    }

    private static String labels(Key key) {
        return "namespace=\"%s\",probe=\"%s\"".formatted(key.namespace(), key.name());
    }

    private void observe(String labels, double seconds) {
        var buckets = counts.computeIfAbsent(labels, none -> new long[BOUNDS.length + 1]);
        int at = 0;
        while (at < BOUNDS.length && seconds > BOUNDS[at]) {
            at++;
        }
        buckets[at]++;
        sums.merge(labels, seconds, Double::sum);
    }

    public synchronized String text() {
        var text = new Exposition();
        text.head("allmende_probe_success", "gauge", "Whether the last round was answered well (1) or not (0).");
        success.forEach((labels, value) -> text.line("allmende_probe_success", labels, value.toString()));
        text.head("allmende_probe_last_success_timestamp_seconds", "gauge", "When a round was last answered well.");
        lastSuccess.forEach((labels, at) ->
                text.line("allmende_probe_last_success_timestamp_seconds", labels, Long.toString(at.getEpochSecond())));
        text.head("allmende_probe_state", "gauge", "1 for the state that a probe is in.");
        keys.forEach((labels, key) -> opinions.of(key)
                .ifPresent(opinion ->
                        text.line("allmende_probe_state", labels + ",state=\"" + opinion.state() + '"', "1")));
        text.head("allmende_probe_duration_seconds", "histogram", "Time of rounds, by phase.");
        counts.forEach((labels, buckets) -> histogram(text, labels, buckets));
        return text.text();
    }

    private void histogram(Exposition text, String labels, long[] buckets) {
        long count = 0;
        for (int i = 0; i < buckets.length; i++) {
            count += buckets[i];
            var bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            text.line("allmende_probe_duration_seconds_bucket", labels + ",le=\"" + bound + '"', Long.toString(count));
        }
        var sum = String.format(Locale.ROOT, "%.6f", sums.getOrDefault(labels, 0.0));
        text.line("allmende_probe_duration_seconds_sum", labels, sum);
        text.line("allmende_probe_duration_seconds_count", labels, Long.toString(count));
    }
}
