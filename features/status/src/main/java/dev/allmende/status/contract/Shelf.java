package dev.allmende.status.contract;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board with the answers that were made of it. Clients ask for lists up to this very moment, each with other times; what
 * they see differs only when something has begun or ended between, so an answer is kept by what it holds.
 */
final class Shelf {

    /** Lists of 5,000 incidents are some 2 MB: this bounds a shelf. */
    private static final int MOST_BYTES = 32 << 20;

    private final Board board;
    private final List<Happening> happenings;
    private final Moments begins;
    private final Moments ends;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private int bytes;

    Shelf(Board board) {
        this.board = board;
        this.happenings = board.happenings();
        this.begins = moments(Happening::began);
        this.ends = moments(Happening::ended);
    }

    Board board() {
        return board;
    }

    /**
     * All that a list's answer depends on, besides the board: the address that leads on is the reader's own.
     *
     * @param items which there are
     */
    record Key(Record items, Paging paging) {}

    /** Equal for two times between which nothing of the board begins or ends. */
    record Moment(int begun, int ended) {}

    Moment moment(Instant time) {
        return new Moment(begins.until(time), ends.until(time));
    }

    /** Equal for two ranges that hold the same happenings. */
    record Range(int begun, int over) {}

    Range range(Instant start, Instant end) {
        return new Range(begins.until(end), ends.before(start));
    }

    List<Happening> between(Instant start, Instant end) {
        return happenings.stream()
                .filter(happening -> happening.overlaps(start, end))
                .toList();
    }

    synchronized Kept kept(Key key, Supplier<Kept> make) {
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var made = make.get();
        int size = made.body().length + made.packed().length;
        if (bytes + size > MOST_BYTES) {
            kept.clear();
            bytes = 0;
        }
        kept.put(key, made);
        bytes += size;
        return made;
    }

    private Moments moments(Function<Happening, @Nullable Instant> time) {
        return new Moments(happenings.stream().flatMap(happening -> {
            var at = time.apply(happening);
            return at == null ? Stream.empty() : Stream.of(Objects.requireNonNull(at));
        }));
    }
}
