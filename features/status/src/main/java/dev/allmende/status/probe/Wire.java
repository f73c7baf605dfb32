package dev.allmende.status.probe;

import dev.allmende.peer.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Opens connections phase by phase: one address, no second try, so that a bad one is seen. */
final class Wire {

    private Wire() {}

    static Socket open(String host, int port, Watch watch) throws IOException {
        var address = InetAddress.getByName(host);
        watch.passed("resolve");
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port));
            socket.setTcpNoDelay(true);
            watch.passed("connect");
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** @param authorities in PEM; null for those of the machine */
    static Socket open(URI uri, @Nullable String authorities, Watch watch) throws IOException {
        boolean isTls = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : isTls ? 443 : 80;
        var plain = open(uri.getHost(), port, watch);
        return isTls ? secure(plain, uri.getHost(), port, authorities, watch) : plain;
    }

    private static Socket secure(Socket plain, String host, int port, @Nullable String authorities, Watch watch)
            throws IOException {
        try {
            var socket = Trust.secure(Certificates.trusting(authorities), plain, host, port);
            watch.passed("tls");
            return socket;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }
}
