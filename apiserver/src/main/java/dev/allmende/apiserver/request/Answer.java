package dev.allmende.apiserver.request;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.Status;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client is answered. */
public sealed interface Answer {

    String JSON = "application/json";

    int code();

    /** By name; content type and length are set from the other parts. */
    Map<String, String> headers();

    /** Values of the {@code Warning} header that clients show. */
    List<String> warnings();

    /** @param body may be shared: never written to */
    record Whole(int code, String contentType, byte[] body, Map<String, String> headers, List<String> warnings)
            implements Answer {

        public Whole with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Whole(code, contentType, body, more, warnings);
        }
    }

    /** A body that comes piece by piece, each piece a whole event. */
    record Streamed(int code, String contentType, Source source, Map<String, String> headers, List<String> warnings)
            implements Answer {}

    /** Writes a streamed body; runs on a thread of its own and may block. */
    interface Source {
        void writeTo(Sink sink) throws InterruptedException;
    }

    /** Where a streamed body goes. */
    interface Sink {
        /**
         * Sends one event, waiting while the client is slow.
         *
         * @return false when the client is gone or was too slow: stop then
         */
        boolean send(byte[] event) throws InterruptedException;

        boolean isOpen();
    }

    static Whole json(int code, byte[] body) {
        return new Whole(code, JSON, body, Map.of(), List.of());
    }

    static Whole text(int code, String text) {
        return new Whole(code, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of(), List.of());
    }

    static Whole of(Status status) {
        var answer = json(status.code(), Json.write(status.toJson()));
        int wait = status.details().retryAfterSeconds();
        return wait > 0 ? answer.with("Retry-After", Integer.toString(wait)) : answer;
    }
}
