package dev.allmende.status.page;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Ids;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Gzip;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Pages that were made, for as long as they are right: until the board changes or their slice of time is over. */
final class Shelf {

    /** A table of a hundred components is some 1 MB: this bounds a shelf. */
    private static final long MOST_BYTES = 32 << 20;

    private static final byte[] NOTHING = {};

    private final Map<Key, Copy> copies = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** @param place what is shown, with language and links */
    record Key(String namespace, String place) {}

    /**
     * A page.
     *
     * @param until exclusive
     */
    record Copy(
            long version,
            Instant until,
            String type,
            byte[] plain,
            byte[] packed,
            String tag,
            Map<String, String> headers) {

        static Copy of(long version, Instant until, Reply reply) {
            var plain = reply.body();
            return new Copy(
                    version, until, reply.contentType(), plain, Gzip.pack(plain), Ids.tag(plain), reply.headers());
        }

        static Copy of(long version, Instant until, String type, String text) {
            return of(version, until, new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of()));
        }

        boolean isRight(long board, Instant now) {
            return version == board && now.isBefore(until);
        }

        int size() {
            return plain.length + packed.length;
        }
    }

    /** Shares of a running day change by the minute; states change when something begins or ends. */
    static Instant until(Board board, Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return board.nextChange(now).filter(change -> change.isBefore(minute)).orElse(minute);
    }

    /**
     * Many who ask at once for what is out of date wait for the one that makes it.
     *
     * @param make empty for what is not there, which is not kept
     */
    Optional<Copy> get(Key key, long version, Instant now, Supplier<Optional<Copy>> make) {
        var kept = copies.get(key);
        if (kept != null && kept.isRight(version, now)) {
            return Optional.of(kept);
        }
        if (bytes.get() > MOST_BYTES) {
            copies.clear();
            bytes.set(0);
        }
        return Optional.ofNullable(copies.compute(key, (same, old) -> {
            if (old != null && old.isRight(version, now)) {
                return old;
            }
            var made = make.get();
            bytes.addAndGet(made.map(Copy::size).orElse(0) - (old == null ? 0 : old.size()));
            return made.orElse(null);
        }));
    }

    /** 304 for who has it (RFC 9110, 13.1.2), packed for who can read that. */
    static Reply reply(Copy copy, Ask ask) {
        boolean packed = Gzip.isTaken(ask);
        // Another tag for other bytes (RFC 9110, 8.8.3.3).
        var tag = '"' + copy.tag() + (packed ? "-gz" : "") + '"';
        var known = ask.header("if-none-match");
        var reply = known.equals("*") || known.contains(tag)
                ? new Reply(304, copy.type(), NOTHING, copy.headers())
                : new Reply(200, copy.type(), packed ? copy.packed() : copy.plain(), copy.headers());
        reply = reply.with("ETag", tag).with("Vary", "Accept-Encoding, Accept-Language");
        return packed && reply.code() == 200 ? reply.with("Content-Encoding", "gzip") : reply;
    }
}
