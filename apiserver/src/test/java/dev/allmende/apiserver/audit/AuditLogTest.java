package dev.allmende.apiserver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.audit.AuditLog.Limits;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    @TempDir
    Path folder;

    private AuditLog open(Limits limits) throws IOException {
        return AuditLog.open(folder.resolve("audit.log"), AuditPolicy.standard(), limits);
    }

    private List<String> uris(String file) throws IOException {
        var uris = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve(file))) {
            uris.add(Json.parse(line).path("requestURI").asText());
        }
        return uris;
    }

    @Test
    void closingWritesEverythingForTheOwnerAlone() throws IOException {
        try (var log = open(Limits.STANDARD)) {
            log.write(Events.event("/a"));
            log.write(Events.event("/b"));
            log.write(Events.event(Level.NONE, Events.CONFIG_MAP, "/c", "", ""));
        }

        assertThat(uris("audit.log")).containsExactly("/a", "/b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("audit.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void flushingWritesWhatWasTaken() throws IOException {
        try (var log = open(Limits.STANDARD)) {
            log.write(Events.event("/a"));
            log.flush();

            assertThat(uris("audit.log")).containsExactly("/a");
            assertThat(log.written()).isEqualTo(1);
        }
    }

    @Test
    void aLaterStartGoesOnInTheFile() throws IOException {
        for (var uri : List.of("/a", "/b")) {
            try (var log = open(Limits.STANDARD)) {
                log.write(Events.event(uri));
            }
        }

        assertThat(uris("audit.log")).containsExactly("/a", "/b");
    }

    @Test
    void manyWritersLoseNothingThroughASmallBacklog() throws Exception {
        int threads = 8;
        int each = 2_000;
        try (var log = open(new Limits(1 << 30, 2, 1000, 4_000))) {
            var writers = new ArrayList<Thread>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                writers.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < each; i++) {
                        log.write(Events.event("/" + number + "/" + i));
                    }
                }));
            }
            for (var writer : writers) {
                writer.join();
            }
        }

        var uris = uris("audit.log");
        assertThat(uris).hasSize(threads * each);
        assertThat(new HashSet<>(uris)).hasSize(threads * each);
        assertThat(uris.stream().filter(uri -> uri.startsWith("/3/")))
                .as("in the order they came")
                .startsWith("/3/0", "/3/1", "/3/2");
    }

    @Test
    void fullFilesMoveAsideAndTheOldestGoes() throws IOException {
        try (var log = open(new Limits(1_500, 2, 1000, 1 << 20))) {
            for (int i = 0; i < 12; i++) {
                log.write(Events.event("/" + i));
                log.flush();
            }
        }

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("audit.log", "audit.log.1", "audit.log.2");
        }
        var kept = new ArrayList<>(uris("audit.log.2"));
        kept.addAll(uris("audit.log.1"));
        kept.addAll(uris("audit.log"));
        assertThat(kept).containsExactly("/6", "/7", "/8", "/9", "/10", "/11");
        assertThat(Files.size(folder.resolve("audit.log.1"))).isLessThanOrEqualTo(1_500);
    }

    @Test
    void afterClosingEventsAreCountedAsLost() throws IOException {
        var log = open(Limits.STANDARD);
        log.close();
        log.write(Events.event("/a"));

        assertThat(log.lost()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAtStart() throws IOException {
        Files.createDirectory(folder.resolve("audit.log"));

        assertThatThrownBy(() -> open(Limits.STANDARD)).isInstanceOf(IOException.class);
    }
}
