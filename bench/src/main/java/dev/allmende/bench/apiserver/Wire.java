package dev.allmende.bench.apiserver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One kept HTTP/1.1 connection over TLS, with as little work of its own as possible: it shares the cores with the server. */
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String common;
    private int length;
    private boolean chunked;
    private String etag = "";

    Wire(Place place) throws IOException {
        this(place, "");
    }

    /** @param headers sent with each request, each ended by CR LF */
    public Wire(Place place, String headers) throws IOException {
        socket = place.tls().getSocketFactory().createSocket(place.host(), place.port());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 32 << 10);
        out = socket.getOutputStream();
        common = " HTTP/1.1\r\nHost: " + place.host() + "\r\nUser-Agent: allmende-bench/1\r\n"
                + (place.token().isEmpty() ? "" : "Authorization: Bearer " + place.token() + "\r\n")
                + headers;
    }

    /** What was answered. */
    public record Reply(int status, byte[] body, String etag) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Reply send(String method, String path, String type, byte[] body) throws IOException {
        begin(method, path, type, body);
        int status = head();
        return new Reply(status, chunked ? chunks() : in.readNBytes(length), etag);
    }

    /** Sends what must be answered with this status. */
    Reply expect(int status, String method, String path, String type, byte[] body) throws IOException {
        var reply = send(method, path, type, body);
        if (reply.status() != status) {
            throw new IOException("expected " + status + ", got " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    Reply create(byte[] object) throws IOException {
        return expect(201, "POST", Setup.PATH, "application/json", object);
    }

    Reply get(String path) throws IOException {
        return expect(200, "GET", path, "", new byte[0]);
    }

    static List<Wire> several(Place place, int count) throws IOException {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wires.add(new Wire(place));
        }
        return wires;
    }

    static void close(List<Wire> wires) throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    /** Begins a stream: the lines are then read by {@link #event}. */
    int stream(String path) throws IOException {
        begin("GET", path, "", new byte[0]);
        return head();
    }

    /** The next event of a stream: a line, in as many chunks as the server likes. */
    String event() throws IOException {
        var event = new ByteArrayOutputStream(2048);
        byte[] part;
        do {
            part = in.readNBytes(Integer.parseInt(line(), 16));
            event.writeBytes(part);
            line();
            if (part.length == 0) {
                throw new EOFException("the server ended the stream");
            }
        } while (part[part.length - 1] != '\n');
        return event.toString(StandardCharsets.UTF_8);
    }

    private void begin(String method, String path, String type, byte[] body) throws IOException {
        var head =
                new StringBuilder(256).append(method).append(' ').append(path).append(common);
        if (body.length > 0) {
            head.append("Content-Type: ")
                    .append(type)
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        var begin = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[begin.length + body.length];
        System.arraycopy(begin, 0, all, 0, begin.length);
        System.arraycopy(body, 0, all, begin.length, body.length);
        out.write(all);
    }

    private int head() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        length = 0;
        chunked = false;
        etag = "";
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                chunked = true;
            } else if (lower.startsWith("etag:")) {
                etag = line.substring(5).strip();
            }
        }
        return status;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
