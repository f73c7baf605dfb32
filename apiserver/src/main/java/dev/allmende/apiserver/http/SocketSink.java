package dev.allmende.apiserver.http;

import dev.allmende.apiserver.request.Answer.Sink;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Events as text frames, which fabric8's client asks for first. */
final class SocketSink implements Sink {

    private final ServerWebSocket socket;
    private final Duration patience;
    private final Gate gate = new Gate();

    SocketSink(ServerWebSocket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
        socket.closeHandler(gone -> gate.close());
        socket.exceptionHandler(gone -> gate.close());
        socket.drainHandler(drained -> gate.signal());
        if (socket.isClosed()) {
            gate.close();
        }
    }

    @Override
    public boolean send(byte[] event) throws InterruptedException {
        if (!gate.isOpen()) {
            return false;
        }
        socket.writeTextMessage(new String(event, StandardCharsets.UTF_8));
        if (!socket.writeQueueFull() || gate.awaitRoom(socket::writeQueueFull, patience)) {
            return gate.isOpen();
        }
        gate.close();
        socket.close((short) 1013, "too slow");
        return false;
    }

    @Override
    public boolean isOpen() {
        return gate.isOpen();
    }
}
