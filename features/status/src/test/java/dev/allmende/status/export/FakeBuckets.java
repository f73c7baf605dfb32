package dev.allmende.status.export;

import dev.allmende.peer.junit.FakePeer;
import dev.allmende.peer.junit.FakePeer.Said;
import dev.allmende.peer.junit.FakePeer.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** An object store that takes whatever comes, and remembers it by its path. Signatures are the business of the client's own tests. */
final class FakeBuckets implements AutoCloseable {

    private static final String ABSENT = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";

    private final Map<String, Seen> objects = new ConcurrentHashMap<>();
    final FakePeer peer = new FakePeer(this::answer);

    private Said answer(Seen seen) {
        return switch (seen.method()) {
            case "PUT" -> {
                objects.put(seen.target(), seen);
                yield Said.of(200, "");
            }
            case "DELETE" -> {
                objects.remove(seen.target());
                yield Said.of(204, "");
            }
            default -> {
                var object = objects.get(seen.target());
                yield object == null ? Said.of(404, ABSENT) : new Said(200, Map.of(), object.body());
            }
        };
    }

    URI uri() {
        return peer.uri();
    }

    Set<String> names() {
        return new TreeSet<>(objects.keySet());
    }

    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        objects.forEach((name, seen) -> texts.put(name, new String(seen.body(), StandardCharsets.UTF_8)));
        return texts;
    }

    String header(String object, String name) {
        var seen = objects.get(object);
        return seen == null ? "" : seen.header(name);
    }

    @Override
    public void close() {
        peer.close();
    }
}
