package dev.allmende.status.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request on a connection of its own (RFC 9112), since clients with pools do not tell where the time went, and
 * hide what happens to somebody who comes new.
 */
final class Web {

    /** Most of a body that is read. */
    private static final int MOST = 4 << 20;

    private static final int LONGEST_LINE = 16 << 10;

    private Web() {}

    /** @param certificateEnd empty without TLS */
    record Reply(int status, byte[] body, Optional<Instant> certificateEnd) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static Reply get(String url, @Nullable String authorities, Watch watch) throws IOException {
        return send("GET", URI.create(url), "", authorities, watch);
    }

    static Reply post(String url, String json, @Nullable String authorities, Watch watch) throws IOException {
        return send("POST", URI.create(url), json, authorities, watch);
    }

    private static Reply send(String method, URI uri, String body, @Nullable String authorities, Watch watch)
            throws IOException {
        try (var socket = Wire.open(uri, authorities, watch)) {
            socket.getOutputStream().write(request(method, uri, body));
            var in = new BufferedInputStream(socket.getInputStream());
            int status = status(line(in));
            watch.passed("processing");
            var headers = headers(in);
            var answer = body(in, headers);
            watch.passed("transfer");
            var end = socket instanceof SSLSocket secure
                    ? Certificates.end(secure.getSession())
                    : Optional.<Instant>empty();
            return new Reply(status, answer, end);
        }
    }

    private static byte[] request(String method, URI uri, String body) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var about = body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: %d\r\n"
                        .formatted(body.getBytes(StandardCharsets.UTF_8).length);
        return "%s %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: allmende-probe\r\nAccept: */*\r\nConnection: close\r\n%s\r\n%s"
                .formatted(method, path, query, uri.getRawAuthority(), about, body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("the answer is no HTTP/1.1");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0 && headers.size() < 200) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(in);
        }
        var length = headers.get("content-length");
        if (length == null || !length.matches("[0-9]{1,18}")) {
            return in.readNBytes(MOST);
        }
        int wanted = (int) Math.min(MOST, Long.parseLong(length));
        var body = in.readNBytes(wanted);
        if (body.length < wanted) {
            throw new EOFException("the body ended after %d of %d bytes".formatted(body.length, wanted));
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (body.size() < MOST) {
            var size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new IOException("the answer has a broken chunk");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            var chunk = in.readNBytes(length);
            if (chunk.length < length) {
                throw new EOFException("the answer was cut off within a chunk");
            }
            body.write(chunk);
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line of the answer is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
