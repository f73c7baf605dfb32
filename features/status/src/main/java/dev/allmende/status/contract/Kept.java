package dev.allmende.status.contract;

import dev.allmende.status.board.Ids;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer to a read, as it may be given again and again.
 *
 * @param packed the body in gzip; empty when it is too small to be worth it
 * @param tag the ETag: weak, since both forms of the body have the same (RFC 9110, 8.8.3)
 * @param last key of the last item of a list that goes on; else empty
 */
record Kept(byte[] body, byte[] packed, String tag, String last) {

    private static final int WORTH = 1024;
    private static final int TAG_BYTES = 12;
    private static final byte[] NONE = {};

    static Kept of(byte[] body, String last) {
        var sum = HexFormat.of().formatHex(Ids.digest(body), 0, TAG_BYTES);
        return new Kept(body, body.length < WORTH ? NONE : gzip(body), "W/\"" + sum + "\"", last);
    }

    Reply reply(Ask ask) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Cache-Control", "no-cache");
        headers.put("Vary", "Accept-Encoding, Authorization, Cookie");
        if (!last.isEmpty()) {
            headers.put("Link", "<%s>; rel=\"next\"".formatted(Paging.next(ask, last)));
        }
        if (matches(ask.header("If-None-Match"))) {
            return new Reply(304, "application/json", NONE, headers);
        }
        if (packed.length > 0 && takesGzip(ask.header("Accept-Encoding"))) {
            headers.put("Content-Encoding", "gzip");
            return new Reply(200, "application/json", packed, headers);
        }
        return new Reply(200, "application/json", body, headers);
    }

    private boolean matches(String known) {
        if (known.isEmpty()) {
            return false;
        }
        var opaque = tag.substring(2);
        for (var each : known.split(",", -1)) {
            var one = each.strip();
            if (one.equals("*") || one.equals(opaque) || one.equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9110, 12.5.3: named, and not with weight 0. */
    private static boolean takesGzip(String accepted) {
        for (var each : accepted.split(",", -1)) {
            var parts = each.split(";", 2);
            var isGzip = parts[0].strip().equalsIgnoreCase("gzip");
            if (isGzip && (parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
