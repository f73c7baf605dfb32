package dev.allmende.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results of one probe at one place, thinned with age: all of 48 hours, minutes of 90 days. Each takes eight bytes and the
 * memory grows with use: a round each 30 seconds comes to 46 kB for raw results and 1 MB for 90 days. Thread-safe.
 */
public final class History {

    private static final int RAW_HOURS = 48;
    private static final int MINUTES = 90 * 24 * 60;
    private static final int SHORTEST = 10;

    private final Ring raw;
    private final Ring minutes = new Ring(MINUTES);
    private @Nullable Result newest;
    private long minute;
    private long sum;
    private int asked;
    private int bad;

    /** @param interval of the rounds */
    History(Duration interval) {
        long seconds = Math.max(SHORTEST, interval.toSeconds());
        this.raw = new Ring((int) (Duration.ofHours(RAW_HOURS).toSeconds() / seconds) + 1);
    }

    /**
     * What is to be drawn of a span of time.
     *
     * @param mean of all answers, in milliseconds
     * @param asked how many rounds there were
     * @param bad how many of them failed
     */
    public record Point(Instant at, long mean, int asked, int bad) {}

    synchronized void add(Result result) {
        newest = result;
        if (result.grade() == Result.Grade.UNKNOWN) {
            return;
        }
        boolean failed = result.grade() == Result.Grade.FAIL;
        raw.add(Packed.of(result.at(), result.latency().toMillis(), 1, failed ? 1 : 0));
        long now = result.at().getEpochSecond() / 60;
        if (now != minute) {
            closeMinute();
            minute = now;
        }
        sum += result.latency().toMillis();
        asked++;
        bad += failed ? 1 : 0;
    }

    private void closeMinute() {
        if (asked > 0) {
            minutes.add(Packed.of(Instant.ofEpochSecond(minute * 60), sum / asked, asked, bad));
        }
        sum = 0;
        asked = 0;
        bad = 0;
    }

    public synchronized Optional<Result> newest() {
        return Optional.ofNullable(newest);
    }

    /**
     * At most so many points from a time on, each of an equal share of the time, in order; shares without results are left
     * out. From raw results where they reach back that far, else from minutes.
     */
    public synchronized List<Point> series(Instant from, Instant to, int points) {
        long step = Math.max(1, Duration.between(from, to).toSeconds() / points);
        var source = raw.isEmpty() || !Packed.at(raw.get(0)).isAfter(from) || minutes.isEmpty() ? raw : minutes;
        var drawn = new ArrayList<Point>();
        for (int i = 0; i < source.size(); i++) {
            var one = Packed.point(source.get(i));
            if (!one.at().isBefore(from) && one.at().isBefore(to)) {
                long slot = Duration.between(from, one.at()).toSeconds() / step;
                join(drawn, new Point(from.plusSeconds(slot * step), one.mean(), one.asked(), one.bad()));
            }
        }
        return drawn;
    }

    private static void join(List<Point> drawn, Point more) {
        var last = drawn.isEmpty() ? null : drawn.getLast();
        if (last == null || !last.at().equals(more.at())) {
            drawn.add(more);
            return;
        }
        int all = last.asked() + more.asked();
        long mean = (last.mean() * last.asked() + more.mean() * more.asked()) / all;
        drawn.set(drawn.size() - 1, new Point(last.at(), mean, all, last.bad() + more.bad()));
    }

    /** A point in a long: 32 bits of seconds, 22 of milliseconds (70 minutes), 5 of rounds, 5 of bad ones. */
    private static final class Packed {
        private static final long MOST_MILLIS = (1 << 22) - 1;
        private static final int MOST_ROUNDS = 31;

        static long of(Instant at, long millis, int asked, int bad) {
            return at.getEpochSecond() << 32
                    | Math.min(MOST_MILLIS, millis) << 10
                    | (long) Math.min(MOST_ROUNDS, asked) << 5
                    | Math.min(MOST_ROUNDS, bad);
        }

        static Instant at(long packed) {
            return Instant.ofEpochSecond(packed >>> 32);
        }

        static Point point(long packed) {
            return new Point(at(packed), packed >>> 10 & MOST_MILLIS, (int) (packed >>> 5 & MOST_ROUNDS), (int)
                    (packed & MOST_ROUNDS));
        }
    }
}
