package dev.allmende.e2e.status;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Requests byte by byte, such as no client library sends. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 ([0-9]{3}) ");

    /** Each with what follows its target in the first line, and its headers. */
    static final List<String> TARGETS = List.of(
            "/components/%zz",
            "/components/%",
            "/components/%00",
            "/components/%ff%fe",
            "/components/../../components",
            "/components/%2e%2e/%2e%2e/",
            "//components",
            "/components//",
            "/components;a=b",
            "/components?at=%zz",
            "/components?at=%",
            "/components?&&==&=at",
            "/components?at=1&at=2",
            "/incidents?start=%F0%9F%98&end=",
            "/severities/%C3%28",
            "/severities/a%2Fb",
            "/phases?generation=%2B1",
            "/components?" + "x".repeat(3000),
            "/" + "incidents/".repeat(300),
            "https://elsewhere.example/components",
            "*",
            "components",
            "/compo\u00efnents",
            "/components#part",
            "/\\components");

    static final List<String> METHODS = List.of("GET", "get", "POST", "G(T", "PATCH", "OPTIONS", "TRACE", "CONNECT");

    static final List<String> HEADERS = List.of(
            "",
            "Content-Type: application/json\r\nContent-Length: 3\r\n\r\n{\"a",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 0\r\nContent-Length: 1\r\n",
            "Host: a\r\nHost: b\r\n",
            "If-None-Match: \u0001\r\n",
            ": nameless\r\n",
            "Folded: a\r\n b\r\n",
            "X: " + "y".repeat(20_000) + "\r\n",
            "Cookie: \u00ff=\u00ff\r\n");

    private final URI server;
    private final SSLContext trust;

    Wire(String server, SSLContext trust) {
        this.server = URI.create(server);
        this.trust = trust;
    }

    /** @return the status code; 0 when the server hung up without one */
    int send(String request) throws IOException {
        try (Socket socket = trust.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var line = new String(
                    socket.getInputStream().readNBytes("HTTP/1.1 200 ".length()), StandardCharsets.ISO_8859_1);
            var status = STATUS.matcher(line);
            return status.find() ? Integer.parseInt(status.group(1)) : 0;
        }
    }
}
