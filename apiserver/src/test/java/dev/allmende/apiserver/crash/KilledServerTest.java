package dev.allmende.apiserver.crash;

import static dev.allmende.apiserver.client.Samples.labelled;
import static dev.allmende.apiserver.client.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.client.Api;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients write over HTTP while the server's process is killed, with SIGKILL, at moments of chance. */
class KilledServerTest {

    private static final int ROUNDS = 7;
    private static final int WRITERS = 6;
    private static final int NAMES = 4;
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String OURS = "labelSelector=crash";

    @TempDir
    Path folder;

    /** All events so far: by resourceVersion, and what went by uid. */
    private final TreeMap<Long, String> history = new TreeMap<>();

    private final Map<String, String> replayed = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private long seen = -1;

    @Test
    void everyAcknowledgedWriteIsThereOnceAndAWatchGoesOnWithoutAGap() throws Exception {
        var random = new Random(11);
        Collection<String> acknowledged = List.of();
        int all = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            try (var server = ServerProcess.start(folder);
                    var api = Api.of(server.kubeconfig())) {
                catchUp(api, "mark-" + round);
                acknowledged.forEach(this::isInTheHistory);
                stateIsTheReplay(api);
                all += acknowledged.size();
                acknowledged = round < ROUNDS ? writeUntilKilled(server, api, round, random.nextInt(1_500)) : List.of();
            }
        }
        assertThat(all).isGreaterThan(ROUNDS * 10);
        assertThat(gone).isNotEmpty();
    }

    /** Goes on from where the watch before the kill was, up to an object made now. */
    private void catchUp(Api api, String mark) {
        if (seen < 0) {
            seen = Long.parseLong(api.get(MAPS).resourceVersion());
        }
        api.post(MAPS, labelled(map(mark, mark), "crash", "")).object();
        try (var watch = api.watch(MAPS + "?watch=true&" + OURS + "&resourceVersion=" + seen)) {
            var event = watch.next();
            while (true) {
                assertThat(event.type()).as(event.object().toString()).isIn("ADDED", "MODIFIED", "DELETED");
                assertThat(event.version()).isGreaterThan(seen);
                seen = event.version();
                take(event.type(), event.object());
                if (event.name().equals(mark)) {
                    return;
                }
                event = watch.next();
            }
        }
    }

    private void take(String type, JsonNode object) {
        var name = object.at("/metadata/name").asText();
        if (type.equals("DELETED")) {
            assertThat(replayed.remove(name)).isNotNull();
            assertThat(gone.add(deletion(name, object))).isTrue();
            return;
        }
        assertThat(replayed.containsKey(name)).isEqualTo(type.equals("MODIFIED"));
        assertThat(texts.add(text(object))).as("written once: " + object).isTrue();
        replayed.put(name, line(object));
        history.put(object.at("/metadata/resourceVersion").asLong(), line(object));
    }

    private static String text(JsonNode object) {
        return object.at("/data/value").asText();
    }

    private static String line(JsonNode object) {
        return "%s %s %s"
                .formatted(
                        object.at("/metadata/resourceVersion").asText(),
                        object.at("/metadata/name").asText(),
                        text(object));
    }

    private static String deletion(String name, JsonNode object) {
        return "deleted %s %s".formatted(name, object.at("/metadata/uid").asText());
    }

    private void isInTheHistory(String acknowledged) {
        if (acknowledged.startsWith("deleted ")) {
            assertThat(gone).contains(acknowledged);
        } else {
            long version = Long.parseLong(acknowledged.substring(0, acknowledged.indexOf(' ')));
            assertThat(history.get(version)).isEqualTo(acknowledged);
        }
    }

    private void stateIsTheReplay(Api api) {
        Map<String, String> listed = new HashMap<>();
        api.get(MAPS + "?" + OURS)
                .object()
                .path("items")
                .forEach(item -> listed.put(item.at("/metadata/name").asText(), line(item)));
        assertThat(listed).isEqualTo(replayed);
    }

    /** @return what was acknowledged until so many milliseconds after the first of it */
    private static Collection<String> writeUntilKilled(ServerProcess server, Api api, int round, int after)
            throws InterruptedException, ExecutionException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var own = "w" + writer;
                ends.add(writers.submit(() -> keepWriting(api, own, "r" + round, acknowledged)));
            }
            for (int wait = 0; wait < 10_000 && acknowledged.size() < 2 * WRITERS; wait++) {
                Thread.sleep(5);
            }
            Thread.sleep(after);
            server.kill();
            for (var end : ends) {
                end.get();
            }
        }
        return acknowledged;
    }

    private static void keepWriting(Api api, String writer, String round, Queue<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                write(api, "%s-%d".formatted(writer, i % NAMES), "%s.%s.%d".formatted(round, writer, i), acknowledged);
            }
        } catch (UncheckedIOException killed) {
            // what was under way may be there or not
        }
    }

    private static void write(Api api, String name, String text, Queue<String> acknowledged) {
        var path = MAPS + "/" + name;
        var found = api.get(path);
        if (found.code() == 404) {
            acknowledged.add(line(
                    api.post(MAPS, labelled(map(name, text), "crash", "")).object()));
        } else if (text.endsWith("3")) {
            api.delete(path).object();
            acknowledged.add(deletion(name, found.object()));
        } else {
            var object = found.object();
            object.withObject("/data").put("value", text);
            acknowledged.add(line(api.put(path, object).object()));
        }
    }
}
