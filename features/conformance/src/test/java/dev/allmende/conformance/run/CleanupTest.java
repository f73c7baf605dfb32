package dev.allmende.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final RunId RUN = RunId.make(new Random(7));
    private static final Pause NO_TIME = time -> {};

    @TempDir
    private @Nullable Path folder;

    private final FakeVolumes volumes = new FakeVolumes();
    private final FakeCloud cloud = new FakeCloud(volumes);

    @Test
    void whatAnInputCreatesIsRemovedInTheOrderOfUse() throws IOException {
        var result = run(CleanupTest::volumeAndSnapshot);

        assertThat(volumes.resources).isEmpty();
        assertThat(result.leftovers()).isEmpty();
        assertThat(journals()).isEmpty();
    }

    @Test
    void notesOnDiskBeforeTheRequestGoesOutAndForTheOwnersEyesOnly() throws IOException {
        var seen = new AtomicReference<String>("");
        run(session -> {
            session.creating(ServiceType.BLOCK_STORAGE, "volume", session.nameOf("volume"));
            var file = journals().getFirst();
            seen.set(contentOf(file));
            assertThat(Journal.in(runs()).getFirst().alive()).isTrue();
            return List.of();
        });

        assertThat(seen.get()).contains("rw-------", "\"event\":\"creating\"", "allmende-" + RUN.id() + "-volume");
        assertThat(journals()).isEmpty();
    }

    @Test
    void whereverTheConnectionBreaksAnotherCleanupFindsTheRest() throws Exception {
        run(CleanupTest::volumeAndSnapshot);
        int all = volumes.requests();
        for (int first = 1; first <= all; first++) {
            int from = first;
            volumes.dieAt(number -> number >= from);
            run(CleanupTest::volumeAndSnapshot);
            volumes.dieAt(number -> false);

            var result = cleanup().run(request(Optional.empty()), line -> {});

            assertThat(volumes.resources)
                    .as("connection broken from request %d on", first)
                    .isEmpty();
            assertThat(result.leftovers()).isEmpty();
            assertThat(journals()).isEmpty();
        }
    }

    @Test
    void aSingleBrokenAnswerIsOutlived() {
        for (int only = 1; only <= 12; only++) {
            int broken = only;
            volumes.dieAt(number -> number == broken);
            run(CleanupTest::volumeAndSnapshot);
            volumes.dieAt(number -> false);
            // The list itself may have been what broke; then the journal is still there.
            try {
                cleanup().run(request(Optional.empty()), line -> {});
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(volumes.resources).as("answer %d broken", only).isEmpty();
        }
    }

    @Test
    void ctrlCStillCleansUp() {
        var runThread = Thread.currentThread();
        var result = run(session -> {
            volumeAndSnapshot(session);
            runThread.interrupt();
            new CountDownLatch(1).await();
            return List.of();
        });

        assertThat(result.cutOff()).isTrue();
        assertThat(volumes.resources).isEmpty();
    }

    @Test
    void aKilledRunsJournalIsEnoughEvenWhenItsLastLineIsCutOff() throws Exception {
        var id = create("volume", "allmende-" + RUN.id() + "-volume");
        Files.createDirectories(runs());
        Files.writeString(
                runs().resolve(RUN.id() + ".jsonl"),
                "{\"n\":1,\"event\":\"creating\",\"cloud\":\"fake\",\"kind\":\"volume\",\"name\":\"allmende-" + RUN.id()
                        + "-volume\"}\n{\"n\":1,\"event\":\"created\",\"id\":\"" + id + "\"}\n{\"n\":2,\"ev");

        var result = cleanup().run(request(Optional.empty()), line -> {});

        assertThat(volumes.resources).isEmpty();
        assertThat(result.removed()).containsExactly("volume allmende-" + RUN.id() + "-volume");
        assertThat(journals()).isEmpty();
    }

    @Test
    void withoutAJournalOnlyOldMarksOrTheRunThatIsNamedGo() throws Exception {
        create("volume", "allmende-" + RUN.id() + "-volume");
        create("volume", "allmende-00000000-volume");
        create("volume", "scs-test-volume");
        create("volume", "allmende-backup-of-my-own");

        var young = cleanup().run(request(Optional.empty()), line -> {});
        assertThat(young.removed()).isEmpty();
        assertThat(young.spared()).hasSize(2);

        cleanup().run(request(Optional.of(RUN.id())), line -> {});
        assertThat(names()).containsExactly("allmende-00000000-volume", "scs-test-volume", "allmende-backup-of-my-own");

        cleanup().run(new Cleanup.Request("fake", Optional.empty(), Duration.ofMinutes(30)), line -> {});
        assertThat(names()).containsExactly("scs-test-volume", "allmende-backup-of-my-own");
    }

    @Test
    void leavesARunAloneThatIsUnderWay() throws Exception {
        create("volume", "allmende-" + RUN.id() + "-other");
        var result = new AtomicReference<Cleanup.Result>();
        run(session -> {
            volumeAndSnapshot(session);
            result.set(cleanup().run(new Cleanup.Request("fake", Optional.empty(), Duration.ofSeconds(1)), line -> {}));
            assertThat(volumes.resources).hasSize(3);
            return List.of();
        });

        assertThat(result.get().removed()).isEmpty();
        assertThat(result.get().spared()).contains("run " + RUN.id() + " is still under way");
        assertThat(names()).containsExactly("allmende-" + RUN.id() + "-other");
    }

    @Test
    void tellsWhatCannotBeRemovedAndHow() throws Exception {
        var stubborn = new FakeCloud((service, call) -> switch (call.method()) {
            case "DELETE" -> FakeCloud.json(403, "{\"forbidden\":{\"message\":\"policy\"}}");
            default -> volumes.answer(service, call);
        });
        var result = new Runner(NOON, NO_TIME, runs(), answer -> answer)
                .run(stubborn, request(CleanupTest::volumeAndSnapshot), Progress.SILENT);

        assertThat(result.leftovers())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "volume allmende-" + RUN.id() + "-volume (id-1) is still there: HTTP 403",
                        "allmende check cleanup --cloud fake --run " + RUN.id());
        assertThat(journals()).hasSize(1);
    }

    @Test
    void plansOnlyWhatFitsByNameAndId() {
        var name = "allmende-" + RUN.id() + "-volume";
        var known = new Noted(1, "fake", Kind.VOLUME, name, Optional.of("a"));
        var unsure = new Noted(2, "fake", Kind.SERVER, "allmende-" + RUN.id() + "-server", Optional.empty());
        var foreign = new Found(Kind.VOLUME, "b", name, Optional.empty());
        var own = new Found(Kind.VOLUME, "a", name, Optional.empty());
        var server = new Found(Kind.SERVER, "s", "allmende-" + RUN.id() + "-server", Optional.empty());

        assertThat(Cleanup.plan(List.of(known, unsure), List.of(foreign, own, server)))
                .containsExactly(new Cleanup.Step(unsure, server), new Cleanup.Step(known, own));
        assertThat(Cleanup.leftBehind(List.of(own, server), request(Optional.empty()), Set.of(), Instant.EPOCH))
                .isEmpty();
    }

    private static List<RecordedAnswer> volumeAndSnapshot(dev.allmende.conformance.run.Session session) {
        var volume = create(session, "volume", "");
        create(session, "snapshot", ",\"volume_id\":\"" + volume + "\"");
        return List.of();
    }

    private static String create(Session session, String kind, String more) {
        var name = session.nameOf(kind);
        var trace = session.creating(ServiceType.BLOCK_STORAGE, kind, name);
        var body = "{\"" + kind + "\":{\"name\":\"" + name + "\"" + more + "}}";
        var answer = session.ask(
                ServiceType.BLOCK_STORAGE, Call.post("/" + kind + "s", body.getBytes(StandardCharsets.UTF_8)));
        try {
            var id = new ObjectMapper()
                    .readTree(answer.body())
                    .path(kind)
                    .path("id")
                    .asText();
            trace.created(id);
            return id;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String create(String kind, String name) {
        volumes.answer(
                ServiceType.BLOCK_STORAGE,
                Call.post("/" + kind + "s", ("{\"name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8)));
        return List.copyOf(volumes.resources.keySet()).getLast();
    }

    private List<@Nullable String> names() {
        return volumes.resources.values().stream()
                .<@Nullable String>map(each -> each.get("name"))
                .toList();
    }

    private RunResult run(Input.Asker asker) {
        return new Runner(NOON, NO_TIME, runs(), answer -> answer).run(cloud, request(asker), Progress.SILENT);
    }

    private static RunRequest request(Input.Asker asker) {
        var input = new Input<>("acts", Input.Effect.CHANGES, asker, answers -> "");
        var testCase = new TestCase(
                "allmende-test",
                "a test",
                "none",
                "",
                TestCase.Profile.BEYOND,
                List.of(input),
                (facts, rules) -> Judgement.pass("fine"));
        return new RunRequest(RUN, List.of(testCase), false, RunRequest.Limits.USUAL, "allmende test");
    }

    private static Cleanup.Request request(Optional<String> run) {
        return new Cleanup.Request("fake", run, Duration.ofHours(2));
    }

    private Cleanup cleanup() {
        var logins = Map.of("fake", cloud);
        return new Cleanup(
                NOON,
                NO_TIME,
                runs(),
                name -> Optional.ofNullable(logins.get(name))
                        .orElseThrow(() -> new OpenStackException(OpenStackException.Kind.CONFIG, "no cloud " + name)),
                Duration.ofSeconds(20));
    }

    private Path runs() {
        return java.util.Objects.requireNonNull(folder).resolve("runs");
    }

    private static String contentOf(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " + Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> journals() {
        if (!Files.isDirectory(runs())) {
            return List.of();
        }
        try (var files = Files.list(runs())) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
