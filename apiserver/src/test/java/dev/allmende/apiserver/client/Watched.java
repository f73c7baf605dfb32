package dev.allmende.apiserver.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The events of one watch as they come. */
public final class Watched implements AutoCloseable {

    /** @param type ADDED, MODIFIED, DELETED, BOOKMARK, ERROR; {@link #END} when the stream is over */
    public record Event(String type, ObjectNode object) {

        public long version() {
            return object.at("/metadata/resourceVersion").asLong();
        }

        public String name() {
            return object.at("/metadata/name").asText();
        }

        /** Type and name. */
        @Override
        public String toString() {
            return type + " " + name();
        }
    }

    public static final String END = "END";

    private final int code;
    private final InputStream body;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    Watched(int code, InputStream body) {
        this.code = code;
        this.body = body;
        Thread.ofVirtual().name("watched").start(this::read);
    }

    public int code() {
        return code;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var event = Json.readObject(line.getBytes(StandardCharsets.UTF_8));
                events.add(new Event(event.path("type").asText(), event.withObject("/object")));
            }
        } catch (IOException | Json.MalformedJson cut) {
            // a server that is killed cuts in the middle of a line
        }
        events.add(new Event(END, Json.object()));
    }

    /** The next event; fails when none comes. */
    public Event next() {
        try {
            var event = events.poll(Api.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // it is over either way
        }
    }
}
