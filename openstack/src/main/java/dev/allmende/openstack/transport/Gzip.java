package dev.allmende.openstack.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies; the limit holds for what comes out, so that a small body cannot blow up. */
final class Gzip {

    private Gzip() {}

    static byte[] unpack(byte[] packed, int limit) throws IOException {
        if (packed.length == 0) {
            return packed;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var plain = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new LimitedBody.TooLarge(limit);
            }
            return plain;
        }
    }
}
