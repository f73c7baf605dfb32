package dev.allmende.apiserver.http;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.Answer.Streamed;
import dev.allmende.apiserver.request.Answer.Whole;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire. */
final class Reply {

    /** Below, compressing costs more than it saves (kube-apiserver: 128 KiB). */
    private static final int COMPRESS_FROM = 128 << 10;

    private final HttpServerRequest wire;
    private final HttpLimits limits;
    private final boolean upgrade;

    Reply(HttpServerRequest wire, HttpLimits limits, boolean upgrade) {
        this.wire = wire;
        this.limits = limits;
        this.upgrade = upgrade;
    }

    void send(Answer answer) {
        try {
            switch (answer) {
                case Whole whole -> send(whole);
                case Streamed streamed -> send(streamed);
            }
        } catch (IllegalStateException gone) {
            // the client has left while it was answered
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            wire.connection().close();
        }
    }

    private void send(Whole answer) {
        var response = head(answer);
        if (wire.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(answer.body().length))
                    .end();
            return;
        }
        var body = answer.body();
        if (body.length >= COMPRESS_FROM
                && wire.headers().contains("Accept-Encoding", "gzip", true)
                && !answer.headers().containsKey("Content-Encoding")) {
            body = gzip(body);
            response.putHeader("Content-Encoding", "gzip");
        }
        response.end(buffer(body));
    }

    private void send(Streamed answer) throws InterruptedException {
        if (upgrade) {
            sendByWebSocket(answer);
            return;
        }
        var response = head(answer).setChunked(true);
        var sink = new StreamSink(wire, response, limits.slowClient());
        response.write(Buffer.buffer()); // headers go out before the first event
        answer.source().writeTo(sink);
        if (sink.isOpen()) {
            response.end();
        }
    }

    private void sendByWebSocket(Answer.Streamed answer) throws InterruptedException {
        try {
            var socket =
                    wire.toWebSocket().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
            var sink = new SocketSink(socket, limits.slowClient());
            answer.source().writeTo(sink);
            if (sink.isOpen()) {
                socket.close();
            }
        } catch (ExecutionException | TimeoutException e) {
            wire.connection().close();
        }
    }

    private HttpServerResponse head(Answer answer) {
        var response = wire.response().setStatusCode(answer.code());
        switch (answer) {
            case Whole whole -> response.putHeader("Content-Type", whole.contentType());
            case Streamed streamed -> response.putHeader("Content-Type", streamed.contentType());
        }
        answer.headers().forEach(response::putHeader);
        for (var warning : answer.warnings()) {
            response.headers().add("Warning", "299 - \"" + quoted(warning) + "\"");
        }
        return response;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder();
        text.chars()
                .filter(c -> c >= ' ' && c < 127)
                .forEach(c -> quoted.append(c == '"' || c == '\\' ? "\\" : "").append((char) c));
        return quoted.toString();
    }

    /** Without a copy: bodies may be large and are never written to. */
    static Buffer buffer(byte[] bytes) {
        return BufferImpl.buffer(Unpooled.wrappedBuffer(bytes));
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4);
        try (var out = new GZIPOutputStream(packed, 8192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
