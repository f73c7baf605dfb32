package dev.allmende.status.probe;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a member of etcd says at {@code /metrics} (Prometheus text format 0.0.4), as far as a probe needs it. Pure.
 *
 * @param values single series by name
 * @param buckets cumulative counts by upper bound in seconds, by name of the histogram
 */
record EtcdFigures(Map<String, Double> values, Map<String, TreeMap<Double, Double>> buckets) {

    static final String FSYNC = "etcd_disk_wal_fsync_duration_seconds";
    static final String COMMIT = "etcd_disk_backend_commit_duration_seconds";

    static EtcdFigures parse(String text) {
        Map<String, Double> values = new TreeMap<>();
        Map<String, TreeMap<Double, Double>> buckets = new TreeMap<>();
        text.lines().filter(line -> line.startsWith("etcd_")).forEach(line -> read(line, values, buckets));
        return new EtcdFigures(values, buckets);
    }

    private static void read(String line, Map<String, Double> values, Map<String, TreeMap<Double, Double>> buckets) {
        int space = line.lastIndexOf(' ');
        if (space < 0) {
            return;
        }
        try {
            double value = Double.parseDouble(line.substring(space + 1));
            var series = line.substring(0, space);
            int bound = series.indexOf("_bucket{le=\"");
            if (bound > 0) {
                var le = series.substring(bound + 12, series.length() - 2);
                buckets.computeIfAbsent(series.substring(0, bound), any -> new TreeMap<>())
                        .put(le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le), value);
            } else if (series.indexOf('{') < 0) {
                values.put(series, value);
            }
        } catch (NumberFormatException odd) {
            return; // one odd line is no reason to know nothing
        }
    }

    Optional<Double> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Size of the database as a part of its quota: 0 to 1. */
    Optional<Double> fullness() {
        return value("etcd_server_quota_backend_bytes")
                .filter(quota -> quota > 0)
                .flatMap(quota -> value("etcd_mvcc_db_total_size_in_bytes").map(size -> size / quota));
    }

    /**
     * The 99th percentile of what was counted since an earlier look, in seconds: the upper bound of its bucket, since
     * etcd's buckets double and more is not known.
     *
     * @return empty when nothing was counted in between
     */
    OptionalDouble p99(String histogram, EtcdFigures earlier) {
        var now = buckets.getOrDefault(histogram, new TreeMap<>());
        var before = earlier.buckets.getOrDefault(histogram, new TreeMap<>());
        if (now.isEmpty()) {
            return OptionalDouble.empty();
        }
        double all = now.lastEntry().getValue() - before.getOrDefault(now.lastKey(), 0.0);
        if (all <= 0) {
            return OptionalDouble.empty();
        }
        return now.entrySet().stream()
                .filter(bucket -> bucket.getValue() - before.getOrDefault(bucket.getKey(), 0.0) >= 0.99 * all)
                .mapToDouble(Map.Entry::getKey)
                .findFirst();
    }
}
