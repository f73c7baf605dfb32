package dev.allmende.status.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Bodies in gzip, for readers that take them. */
public final class Gzip {

    private Gzip() {}

    public static byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 4);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** Whether a reader takes it (RFC 9110, 12.5.3): named, and not with weight 0. */
    public static boolean isTaken(Ask ask) {
        for (var each : ask.header("Accept-Encoding").split(",", -1)) {
            var parts = each.split(";", 2);
            var isGzip = parts[0].strip().equalsIgnoreCase("gzip");
            if (isGzip && (parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
