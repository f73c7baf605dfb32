package dev.allmende.devcloud.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
public record Answer(int status, Map<String, String> headers, Body body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The body of an answer; JSON becomes bytes only when it is sent, outside the lock of the cloud. */
    public sealed interface Body {}

    public record None() implements Body {}

    public record Json(JsonNode tree) implements Body {}

    public record Bytes(byte[] bytes) implements Body {}

    public static Answer json(int status, JsonNode tree) {
        return new Answer(status, Map.of("Content-Type", "application/json"), new Json(tree));
    }

    public static Answer ok(JsonNode tree) {
        return json(200, tree);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new None());
    }

    public static Answer text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", contentType), new Bytes(bytes));
    }

    /** This answer with one more header; one that is set already stays. */
    public Answer with(String name, String value) {
        if (headers.containsKey(name)) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    public byte[] payload() {
        return switch (body) {
            case None _ -> new byte[0];
            case Bytes(byte[] bytes) -> bytes;
            case Json(JsonNode tree) -> {
                try {
                    yield dev.allmende.devcloud.world.Json.MAPPER.writeValueAsBytes(tree);
                } catch (JsonProcessingException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
