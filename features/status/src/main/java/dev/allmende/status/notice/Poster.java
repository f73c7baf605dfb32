package dev.allmende.status.notice;

import dev.allmende.peer.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one HTTP/1.1 request (RFC 9112) over a connection to an address that was looked at before: the JDK's client resolves
 * a name itself, so that a name may be another machine's by then. Follows no redirect, reads no body.
 */
public final class Poster {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int HEAD = 16_384;

    private final Networks networks;
    private final InstantSource clock;

    /** @param clock for the limit of 15 seconds to a request */
    public Poster(Networks networks, InstantSource clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /**
     * @return status of the answer
     * @throws IOException with one line about what went wrong
     */
    public int send(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        var host = uri.getHost();
        if (host == null) {
            throw new IOException("the address has no host");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        var end = clock.instant().plus(LIMIT);
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address(host), port), (int) LIMIT.toMillis());
            plain.setSoTimeout((int) LIMIT.toMillis());
            if (!tls) {
                return exchange(plain, head(method, uri, headers, body), body, end);
            }
            try (var secure = Trust.secure((SSLSocketFactory) SSLSocketFactory.getDefault(), plain, host, port)) {
                return exchange(secure, head(method, uri, headers, body), body, end);
            }
        }
    }

    private InetAddress address(String host) throws IOException {
        var all = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        if (!Arrays.stream(all).allMatch(networks::has)) {
            throw new Refused(
                    "%s is not a public address: the operator may allow it by %s".formatted(host, Networks.VARIABLE));
        }
        return all[0];
    }

    /** That the address may not be reached. */
    static final class Refused extends IOException {
        Refused(String message) {
            super(message);
        }
    }

    private static byte[] head(String method, URI uri, Map<String, String> headers, byte[] body) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getPort() >= 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost())
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach((name, value) -> head.append(name)
                .append(": ")
                .append(value.replaceAll("[\r\n]", " "))
                .append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private int exchange(Socket socket, byte[] head, byte[] body, Instant end) throws IOException {
        var out = socket.getOutputStream();
        out.write(head);
        out.write(body);
        out.flush();
        var in = new BufferedInputStream(socket.getInputStream());
        int code = 100;
        while (code >= 100 && code < 200) {
            code = code(line(in, end));
            while (!line(in, end).isEmpty()) {
                // a header: nothing of it is needed
            }
        }
        return code;
    }

    private static int code(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return Integer.parseInt(parts[1]);
    }

    private String line(InputStream in, Instant end) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > HEAD || clock.instant().isAfter(end)) {
                throw new IOException("no whole answer within %d s".formatted(LIMIT.toSeconds()));
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
