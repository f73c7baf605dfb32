package dev.allmende.status.contract;

import dev.allmende.status.board.Ids;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Gzip;
import dev.allmende.status.view.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a read, as it may be given again and again.
 *
 * @param packed the body in gzip; empty when it is too small to be worth it
 * @param tag the ETag: weak, since both forms of the body have the same (RFC 9110, 8.8.3)
 * @param last key of the last item of a list that goes on; else empty
 */
record Kept(byte[] body, byte[] packed, String tag, String last) {

    private static final int WORTH = 1024;
    private static final byte[] NONE = {};

    static Kept of(byte[] body, String last) {
        return new Kept(body, body.length < WORTH ? NONE : Gzip.pack(body), "W/\"" + Ids.tag(body) + "\"", last);
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
        if (packed.length > 0 && Gzip.isTaken(ask)) {
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
}
