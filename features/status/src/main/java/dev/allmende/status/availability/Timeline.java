package dev.allmende.status.availability;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** What one component suffered from moment to moment: stretches of a period in which nothing changed. */
public final class Timeline {

    private final Weights weights;
    private final List<Stretch> stretches;

    private Timeline(Weights weights, List<Stretch> stretches) {
        this.weights = weights;
        this.stretches = stretches;
    }

    /**
     * A time in which nothing changed.
     *
     * @param severity worst of all incidents; 0 for none
     * @param expected worst of all windows; -1 for none
     */
    private record Stretch(Instant start, Instant end, int severity, int expected) {

        double secondsIn(Instant from, Instant to) {
            var begin = start.isAfter(from) ? start : from;
            var finish = end.isBefore(to) ? end : to;
            return begin.isBefore(finish) ? Duration.between(begin, finish).toNanos() / 1e9 : 0;
        }
    }

    /** How many impacts of each severity begin (positive) or end (negative) at a moment. */
    private static final class Edge {

        final Map<Integer, Integer> incidents = new TreeMap<>();
        final Map<Integer, Integer> windows = new TreeMap<>();

        void add(Happening happening, Effect effect, int count) {
            boolean window = happening.sort() == Happening.Sort.MAINTENANCE || effect.severity() == 0;
            if (window) {
                windows.merge(effect.expected(), count, Integer::sum);
            } else {
                incidents.merge(effect.severity(), count, Integer::sum);
            }
        }
    }

    /** @param end exclusive: not later than now, since nobody knows what is to come */
    public static Timeline of(Board board, UUID part, Instant start, Instant end) {
        var edges = new TreeMap<Instant, Edge>();
        edges.put(start, new Edge());
        for (var happening : board.happenings(part)) {
            var began = happening.began() == null || happening.began().isBefore(start) ? start : happening.began();
            var ended = happening.ended() == null || happening.ended().isAfter(end) ? end : happening.ended();
            if (began.isBefore(ended)) {
                for (var effect : happening.effects()) {
                    if (effect.part().equals(part)) {
                        edges.computeIfAbsent(began, none -> new Edge()).add(happening, effect, 1);
                        edges.computeIfAbsent(ended, none -> new Edge()).add(happening, effect, -1);
                    }
                }
            }
        }
        return new Timeline(new Weights(board.page().severities()), stretches(edges, end));
    }

    private static List<Stretch> stretches(NavigableMap<Instant, Edge> edges, Instant end) {
        var stretches = new ArrayList<Stretch>();
        var incidents = new TreeMap<Integer, Integer>();
        var windows = new TreeMap<Integer, Integer>();
        for (var edge : edges.entrySet()) {
            apply(edge.getValue().incidents, incidents);
            apply(edge.getValue().windows, windows);
            var next = edges.higherKey(edge.getKey());
            stretches.add(new Stretch(
                    edge.getKey(),
                    next == null ? end : next,
                    incidents.isEmpty() ? 0 : incidents.lastKey(),
                    windows.isEmpty() ? -1 : windows.lastKey()));
        }
        return List.copyOf(stretches);
    }

    private static void apply(Map<Integer, Integer> changes, Map<Integer, Integer> counts) {
        changes.forEach((severity, change) -> counts.merge(severity, change, Integer::sum));
        counts.values().removeIf(count -> count == 0);
    }

    /** What was suffered between two times. */
    public Tally between(Instant from, Instant to) {
        double total = 0;
        double maintenance = 0;
        double unknown = 0;
        double lost = 0;
        double lostInAll = 0;
        double unknownInAll = 0;
        int worst = 0;
        for (int i = firstAfter(from); i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            if (!stretch.start().isBefore(to)) {
                break;
            }
            double seconds = stretch.secondsIn(from, to);
            if (seconds > 0) {
                var weight = weights.of(stretch.severity());
                var inAll = weights.of(Math.max(0, Math.max(stretch.severity(), stretch.expected())));
                boolean window = stretch.expected() >= 0;
                total += seconds;
                maintenance += window ? seconds : 0;
                unknown += !window && weight.isEmpty() ? seconds : 0;
                lost += window ? 0 : seconds * weight.orElse(0);
                lostInAll += seconds * inAll.orElse(0);
                unknownInAll += inAll.isEmpty() ? seconds : 0;
                worst = window ? worst : Math.max(worst, stretch.severity());
            }
        }
        return new Tally(total, maintenance, unknown, lost, lostInAll, unknownInAll, worst);
    }

    /** Index of the first stretch that ends after a time: each begins where the one before it ends. */
    private int firstAfter(Instant time) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).end().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
