package dev.allmende.apiserver.http;

import dev.allmende.apiserver.request.Answer.Sink;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Events as chunks of a response. A client that does not read is cut; nothing queues up for it. */
final class StreamSink implements Sink {

    private final HttpServerRequest wire;
    private final HttpServerResponse response;
    private final Duration patience;
    private final Gate gate = new Gate();

    StreamSink(HttpServerRequest wire, HttpServerResponse response, Duration patience) {
        this.wire = wire;
        this.response = response;
        this.patience = patience;
        response.closeHandler(gone -> gate.close());
        response.exceptionHandler(gone -> gate.close());
        response.drainHandler(drained -> gate.signal());
        if (response.closed()) {
            gate.close();
        }
    }

    @Override
    public boolean send(byte[] event) throws InterruptedException {
        if (!gate.isOpen()) {
            return false;
        }
        response.write(Reply.buffer(event));
        if (!response.writeQueueFull() || gate.awaitRoom(response::writeQueueFull, patience)) {
            return gate.isOpen();
        }
        if (gate.isOpen()) {
            gate.close();
            if (!response.reset()) {
                wire.connection().close();
            }
        }
        return false;
    }

    @Override
    public boolean isOpen() {
        return gate.isOpen();
    }
}
