package dev.allmende.status.page;

import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Pages that were made, for as long as they are right: until the board changes or their slice of time is over. */
final class Shelf {

    private static final int MOST = 2000;
    private static final int SUM = 24;
    private static final byte[] NOTHING = {};

    private final Map<Key, Copy> copies = new ConcurrentHashMap<>();

    /** @param place what is shown, with language and links */
    record Key(String namespace, String place) {}

    /**
     * A page.
     *
     * @param until exclusive
     */
    record Copy(long version, Instant until, String type, byte[] plain, byte[] packed, String tag) {

        static Copy of(long version, Instant until, String type, String text) {
            var plain = text.getBytes(StandardCharsets.UTF_8);
            return new Copy(version, until, type, plain, pack(plain), sum(plain));
        }
    }

    /** @param make empty for what is not there, which is not kept */
    Optional<Copy> get(Key key, long version, Instant now, Supplier<Optional<Copy>> make) {
        var kept = copies.get(key);
        if (kept != null && kept.version() == version && now.isBefore(kept.until())) {
            return Optional.of(kept);
        }
        var made = make.get();
        made.ifPresent(copy -> {
            if (copies.size() >= MOST) {
                copies.clear();
            }
            copies.put(key, copy);
        });
        return made;
    }

    /** 304 for who has it (RFC 9110, 13.1.2), packed for who can read that. */
    static Reply reply(Copy copy, Ask ask) {
        boolean packed = ask.header("accept-encoding").contains("gzip");
        // Another tag for other bytes (RFC 9110, 8.8.3.3).
        var tag = '"' + copy.tag() + (packed ? "-gz" : "") + '"';
        var known = ask.header("if-none-match");
        var reply = known.equals("*") || known.contains(tag)
                ? new Reply(304, copy.type(), NOTHING, Map.of())
                : new Reply(200, copy.type(), packed ? copy.packed() : copy.plain(), Map.of());
        reply = reply.with("ETag", tag).with("Vary", "Accept-Encoding, Accept-Language");
        return packed && reply.code() == 200 ? reply.with("Content-Encoding", "gzip") : reply;
    }

    private static byte[] pack(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String sum(byte[] bytes) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sum).substring(0, SUM);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
