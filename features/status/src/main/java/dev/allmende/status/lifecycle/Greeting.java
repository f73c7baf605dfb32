package dev.allmende.status.lifecycle;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an SSH server says first (RFC 4253, section 4.2). */
final class Greeting {

    private static final int PORT = 22;
    private static final int MILLIS = 3000;
    private static final String BEGIN = "SSH-";

    private Greeting() {}

    /** @return empty while nobody answers so */
    static Optional<String> of(String address) {
        return of(new InetSocketAddress(address, PORT));
    }

    static Optional<String> of(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, MILLIS);
            socket.setSoTimeout(MILLIS);
            var begin = new String(socket.getInputStream().readNBytes(BEGIN.length()), StandardCharsets.US_ASCII);
            return Optional.of(begin).filter(BEGIN::equals);
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
