package dev.allmende.status.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server of as much SMTP as a test needs, on 127.0.0.1; keeps what it is handed. */
public final class TestSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Optional<SSLContext> tls;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile String answer = "250 taken";

    /** @param tls offered by STARTTLS; empty: none is */
    public TestSmtp(Optional<SSLContext> tls) throws IOException {
        this.tls = tls;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Whole letters, in the order that they came. */
    public List<String> letters() {
        return letters;
    }

    /** First words of all commands. */
    public List<String> said() {
        return said;
    }

    /** What the server says to a letter from now on; it keeps it only when that begins with 250. */
    public void answers(String text) {
        answer = text;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            say(plain, "220 test");
            var upgrade = talk(plain, tls.isPresent());
            if (upgrade) {
                var factory = tls.orElseThrow().getSocketFactory();
                try (var secure = (SSLSocket) factory.createSocket(plain, "127.0.0.1", plain.getPort(), true)) {
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    talk(secure, false);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** @return whether the client asks for TLS */
    private boolean talk(Socket client, boolean offersTls) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            said.add(word);
            switch (word) {
                case "EHLO" -> say(client, offersTls ? "250-test\r\n250 STARTTLS" : "250-test\r\n250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(client, "220 go on");
                    return true;
                }
                case "AUTH" -> say(client, "235 welcome");
                case "DATA" -> {
                    say(client, "354 go on");
                    letter(in);
                    say(client, answer);
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return false;
                }
                default -> say(client, "250 ok");
            }
        }
        return false;
    }

    private void letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
        }
        if (answer.startsWith("250")) {
            letters.add(letter.toString());
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
