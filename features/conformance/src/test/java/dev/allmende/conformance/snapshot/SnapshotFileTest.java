package dev.allmende.conformance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWrittenByteForByte() {
        var random = new Random(41);
        for (var round = 0; round < 200; round++) {
            var snapshot = someSnapshot(random);
            var file = folder.resolve(round % 2 == 0 ? "s.json" : "s.json.gz");
            SnapshotFile.write(file, snapshot);
            assertSame(SnapshotFile.read(file), snapshot);
        }
    }

    @Test
    void writesTheSameBytesForTheSameSnapshot() throws IOException {
        var snapshot = someSnapshot(new Random(7));
        var one = folder.resolve("one.json");
        var two = folder.resolve("two.json");
        SnapshotFile.write(one, snapshot);
        SnapshotFile.write(two, SnapshotFile.read(one));
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void embedsJsonAsJsonAndTextAsText() throws IOException {
        var file = folder.resolve("s.json");
        SnapshotFile.write(
                file,
                snapshot(Map.of(
                        "images",
                        new Observation.Seen(
                                List.of(
                                        answer("{\"images\":[{\"size\":1.50}]}"),
                                        RecordedAnswer.text("console", "allmende:end\n256\n")),
                                Duration.ofMillis(3)))));
        assertThat(Files.readString(file))
                .contains("\"json\":{\"images\":[{\"size\":1.50}]}")
                .contains("\"text\":\"allmende:end\\n256\\n\"");
    }

    @Test
    void packsAFileThatIsNamedSoAndUnpacksItUnderAnyName() throws IOException {
        var snapshot = someSnapshot(new Random(3));
        var packed = folder.resolve("s.json.gz");
        SnapshotFile.write(packed, snapshot);
        assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
        var renamed = Files.move(packed, folder.resolve("renamed.json"));
        assertSame(SnapshotFile.read(renamed), snapshot);
    }

    @Test
    void namesFileLineColumnAndRemedyOfBrokenJson() {
        assertThatThrownBy(
                        () -> SnapshotFile.read(write("{\"format\":\"allmende-snapshot\",\n \"version\": 1,\n oops}")))
                .isInstanceOf(BadSnapshotFile.class)
                .hasMessageContaining("bad.json, line 3, column ")
                .hasMessageContaining("record the snapshot again")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesOtherFilesAndCutOffOnes() {
        assertThatThrownBy(() -> SnapshotFile.read(write("[]")))
                .hasMessageContaining("line 1, column 2: expected an object");
        assertThatThrownBy(() -> SnapshotFile.read(write(""))).hasMessageContaining("ends too early");
        assertThatThrownBy(() -> SnapshotFile.read(write("{}"))).hasMessageContaining("no format name");
        assertThatThrownBy(() -> SnapshotFile.read(write("{\"format\":\"tar\"}")))
                .hasMessageContaining("'tar'");
        assertThatThrownBy(
                        () -> SnapshotFile.read(write("{\"format\":\"allmende-snapshot\",\"version\":1,\"header\":{")))
                .isInstanceOf(BadSnapshotFile.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> SnapshotFile.read(folder.resolve("none.json")))
                .hasMessageContaining("there is no snapshot");
    }

    @Test
    void refusesANewerVersionOfTheFormat() {
        assertThatThrownBy(() -> SnapshotFile.read(write("{\"format\":\"allmende-snapshot\",\"version\":9}")))
                .hasMessageContaining("version 9")
                .hasMessageContaining("use a newer allmende");
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        var snapshot = SnapshotFile.read(write("""
                {"format":"allmende-snapshot","version":1,"more":{"a":[1]},
                 "header":{"runUuid":"u","runId":"r","takenAt":"2026-11-24T00:00:00Z","tool":"t","cloud":"c",
                  "authUrl":"a","region":"","readOnly":true,"more":[]},
                 "observations":[{"input":"x","took":"PT1S","more":{},"notSeen":"READ_ONLY","why":"w","partial":[]}]}
                """));
        assertThat(snapshot.header().readOnly()).isTrue();
        assertThat(snapshot.observations().get("x"))
                .isEqualTo(new Observation.NotSeen(Observation.Why.READ_ONLY, "w", List.of(), Duration.ofSeconds(1)));
    }

    @Test
    void leavesTheOldFileWhenWritingFails() throws IOException {
        var file = folder.resolve("folder.json");
        Files.createDirectories(file.resolve("full"));
        assertThatThrownBy(() -> SnapshotFile.write(file, someSnapshot(new Random(1))))
                .isInstanceOf(BadSnapshotFile.class)
                .hasMessageContaining("cannot write the snapshot");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("bad.json"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSame(Snapshot found, Snapshot wanted) {
        assertThat(found.header()).isEqualTo(wanted.header());
        assertThat(found).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(wanted);
        assertThat(found.observations().keySet())
                .containsExactlyElementsOf(wanted.observations().keySet());
    }

    private static Snapshot someSnapshot(Random random) {
        var observations = new LinkedHashMap<String, Observation>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var answers = random.ints(random.nextInt(4), 0, 5)
                    .mapToObj(kind -> someAnswer(random, kind))
                    .toList();
            var took = Duration.ofNanos(random.nextInt());
            observations.put(
                    "input-" + random.nextInt(1000),
                    random.nextBoolean()
                            ? new Observation.Seen(answers, took)
                            : new Observation.NotSeen(
                                    random.nextBoolean() ? Observation.Why.FORBIDDEN : Observation.Why.SKIPPED,
                                    someText(random),
                                    answers,
                                    took));
        }
        return snapshot(observations);
    }

    private static RecordedAnswer someAnswer(Random random, int kind) {
        return switch (kind) {
            case 0 ->
                answer("{\"a\":[1,-2.50,1e400,true,null,\"" + "ä€\\u0000\\n".repeat(random.nextInt(3))
                        + "\"],\"a\":{}}");
            case 1 -> answer("{ \"spaced\" : [ ] }\n");
            case 2 -> RecordedAnswer.text("console", someText(random));
            case 3 -> {
                var bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield new RecordedAnswer("GET x", random.nextInt(600), Map.of("content-type", someText(random)), bytes);
            }
            default -> answer("{\"n\":" + random.nextLong() + "} {}");
        };
    }

    private static String someText(Random random) {
        return random.ints(random.nextInt(30), 0, 0x2fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static RecordedAnswer answer(String json) {
        return new RecordedAnswer("GET image /v2/images", 200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static Snapshot snapshot(Map<String, Observation> observations) {
        return new Snapshot(
                new Snapshot.Header(
                        "7d3c", "ab12", Instant.parse("2026-11-24T03:00:00.123Z"), "allmende 0.1", "c", "u", "", false),
                observations);
    }
}
