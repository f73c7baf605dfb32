package dev.allmende.apiserver.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counters, gauges and latency histograms in Prometheus' text format 0.0.4. A small thing of our own: the few figures here
 * do not carry a metrics library's start-up time.
 */
public final class Metrics {

    /** Upper bounds of the latency buckets in seconds, as kube-apiserver's, thinned. */
    private static final double[] BOUNDS = {0.001, 0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60};

    private record Series(String name, String labels) {}

    private record Described(String type, String help) {}

    private final Map<String, Described> described = new ConcurrentHashMap<>();
    private final Map<Series, LongAdder> counters = new ConcurrentHashMap<>();
    private final Map<Series, LongSupplier> gauges = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Map<String, Long>>> families = new ConcurrentHashMap<>();
    private final List<Supplier<String>> others = new CopyOnWriteArrayList<>();
    private final Map<Series, Histogram> histograms = new ConcurrentHashMap<>();

    /** Says what a metric means; before its first use. */
    public Metrics describe(String name, String type, String help) {
        described.put(name, new Described(type, help));
        return this;
    }

    /** @param labels such as {@code verb="get",code="200"} with values escaped by {@link #label} */
    public LongAdder counter(String name, String labels) {
        return counters.computeIfAbsent(new Series(name, labels), any -> new LongAdder());
    }

    public Metrics gauge(String name, String labels, LongSupplier value) {
        gauges.put(new Series(name, labels), value);
        return this;
    }

    /** Gauges whose labels come and go: values by labels, asked for each time. */
    public Metrics gauges(String name, Supplier<Map<String, Long>> values) {
        families.put(name, values);
        return this;
    }

    /** More in the same format, under names of its own, asked for each time. */
    public Metrics also(Supplier<String> text) {
        others.add(text);
        return this;
    }

    public void observe(String name, String labels, double seconds) {
        histograms
                .computeIfAbsent(new Series(name, labels), any -> new Histogram())
                .add(seconds);
    }

    /** A label with its value in quotes. */
    public static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    public String text() {
        Map<String, List<String>> lines = new TreeMap<>();
        counters.forEach((series, count) -> add(lines, series, count.sum()));
        gauges.forEach((series, value) -> add(lines, series, value.getAsLong()));
        families.forEach((name, values) ->
                values.get().forEach((labels, value) -> add(lines, new Series(name, labels), value)));
        histograms.forEach((series, histogram) -> lines.computeIfAbsent(series.name(), any -> new ArrayList<>())
                .addAll(histogram.lines(series.name(), series.labels())));
        var text = new StringBuilder();
        lines.forEach((name, all) -> {
            var about = described.getOrDefault(name, new Described("untyped", ""));
            text.append("# HELP ").append(name).append(' ').append(about.help()).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(about.type()).append('\n');
            all.forEach(line -> text.append(line).append('\n'));
        });
        others.forEach(other -> text.append(other.get()));
        return text.toString();
    }

    private static void add(Map<String, List<String>> lines, Series series, long value) {
        var labels = series.labels().isEmpty() ? "" : "{" + series.labels() + "}";
        lines.computeIfAbsent(series.name(), any -> new ArrayList<>()).add(series.name() + labels + " " + value);
    }

    /** Counts by upper bound. */
    private static final class Histogram {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final LongAdder micros = new LongAdder();

        Histogram() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(double seconds) {
            int at = 0;
            while (at < BOUNDS.length && seconds > BOUNDS[at]) {
                at++;
            }
            buckets[at].increment();
            micros.add((long) (seconds * 1e6));
        }

        List<String> lines(String name, String labels) {
            var more = labels.isEmpty() ? "" : labels + ",";
            List<String> lines = new ArrayList<>();
            long count = 0;
            for (int i = 0; i < buckets.length; i++) {
                count += buckets[i].sum();
                var bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
                lines.add("%s_bucket{%sle=\"%s\"} %d".formatted(name, more, bound, count));
            }
            var plain = labels.isEmpty() ? "" : "{" + labels + "}";
            lines.add("%s_sum%s %s".formatted(name, plain, micros.sum() / 1e6));
            lines.add("%s_count%s %d".formatted(name, plain, count));
            return lines;
        }
    }
}
