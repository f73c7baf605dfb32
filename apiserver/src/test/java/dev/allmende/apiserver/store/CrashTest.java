package dev.allmende.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process again and again, with SIGKILL, at moments of chance, and looks at what is left. */
class CrashTest {

    private static final int ROUNDS = 24;

    @TempDir
    Path folder;

    /** What was seen of the whole history so far. */
    private final Map<Long, String> history = new HashMap<>();

    private final Set<String> texts = new HashSet<>();
    private long seen;

    @Test
    void everyAcknowledgedWriteIsThereOnceAndAWatchGoesOnWithoutAGap() throws Exception {
        var random = new Random(7);
        int acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var lines = kill("r" + round, random.nextInt(250));
            acknowledged += lines.size();
            check(lines);
        }
        assertThat(acknowledged).isGreaterThan(ROUNDS);
    }

    /** @return what the process had acknowledged, until so many milliseconds after it was ready */
    private List<String> kill(String round, int after) throws Exception {
        var out = folder.resolve(round + ".out");
        var errors = folder.resolve(round + ".err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        folder.resolve("store.db").toString(),
                        round)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            while (Files.size(out) == 0 && process.isAlive()) {
                Thread.sleep(5);
            }
            assertThat(process.isAlive()).as(() -> read(errors)).isTrue();
            isLockedBy(process.pid());
            Thread.sleep(after);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return completeLines(Files.readString(out));
    }

    private void isLockedBy(long pid) {
        assertThatThrownBy(() -> SqliteStore.open(StoreOptions.of(folder.resolve("store.db"), Objects::index)))
                .isInstanceOf(UnusableStore.class)
                .hasMessageEndingWith(": process " + pid + " has it open; stop that one, or name another file");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Without the first, which says "ready", and the last when the kill cut it off. */
    private static List<String> completeLines(String out) {
        return out.substring(out.indexOf('\n') + 1, out.lastIndexOf('\n') + 1)
                .lines()
                .toList();
    }

    private void check(List<String> acknowledged) throws InterruptedException {
        try (var store = SqliteStore.open(StoreOptions.of(folder.resolve("store.db"), Objects::index))) {
            follow(store);
            for (var line : acknowledged) {
                long version = Long.parseLong(line.substring(0, line.indexOf(' ')));
                assertThat(history.get(version)).isEqualTo(line);
            }
            stateIsTheReplay(store);
        }
    }

    /** Goes on from where the last round's watch was: all resourceVersions follow each other. */
    private void follow(SqliteStore store) throws InterruptedException {
        long end = store.resourceVersion();
        assertThat(end).isGreaterThanOrEqualTo(seen);
        try (var watch = store.watchAll(seen)) {
            while (seen < end) {
                var events = watch.next(Duration.ofMinutes(1));
                assertThat(events).isNotEmpty();
                for (var event : events) {
                    assertThat(event.entry().resourceVersion()).isEqualTo(seen + 1);
                    seen++;
                    history.put(seen, line(event));
                    if (event.type() != StoredEvent.Type.DELETED) {
                        assertThat(texts.add(Objects.text(event.entry())))
                                .as("written once: " + event)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static String line(StoredEvent event) {
        var entry = event.entry();
        return entry.resourceVersion() + " " + entry.key().name() + " " + event.type() + " " + Objects.text(entry);
    }

    private void stateIsTheReplay(SqliteStore store) {
        var state = new HashMap<String, String>();
        for (long version = 1; version <= seen; version++) {
            var line = history.getOrDefault(version, "missing missing missing missing")
                    .split(" ", 4);
            if (line[2].equals("DELETED")) {
                state.remove(line[1]);
            } else {
                state.put(line[1], line[0] + " " + line[3]);
            }
        }
        var stored = new HashMap<String, String>();
        var found = new ArrayList<>(
                store.list(Objects.WIDGETS, "", 0, "", 0, entry -> true).entries());
        found.forEach(entry -> stored.put(entry.key().name(), entry.resourceVersion() + " " + Objects.text(entry)));
        assertThat(stored).isEqualTo(state);
    }
}
