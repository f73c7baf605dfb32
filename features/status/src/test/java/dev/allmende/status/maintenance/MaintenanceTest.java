package dev.allmende.status.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.api.status.MaintenanceState;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Phase;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class MaintenanceTest {

    private static final Instant EVE = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(EVE);

    private Stage stage(KubernetesClient kubernetes, String namespace, InstantSource clock) throws Exception {
        var stage = new Stage(kubernetes, namespace, clock);
        stage.make(
                Stage.page("Our cloud", new PhaseList(1, List.of("Scheduled", "Looking", "Working", "Fixed", "Done"))),
                "page");
        var network = new Component();
        network.setSpec(ComponentSpec.named("Networks", null));
        stage.make(network, "network");
        var type = new ImpactType();
        type.setSpec(ImpactTypeSpec.named("Maintenance"));
        stage.make(type, "maintenance");
        return stage;
    }

    private static Maintenance maintenance(MaintenanceSpec spec) {
        var maintenance = new Maintenance();
        maintenance.setSpec(spec);
        return maintenance;
    }

    private static <T extends HasMetadata> T await(Stage stage, Class<T> kind, String name, Predicate<T> condition) {
        return stage.kubernetes
                .resources(kind)
                .inNamespace(stage.namespace)
                .withName(name)
                .waitUntilCondition(object -> object != null && condition.test(object), 20, TimeUnit.SECONDS);
    }

    private static boolean is(Maintenance maintenance, MaintenanceState state) {
        return maintenance.getStatus() != null && maintenance.getStatus().state() == state;
    }

    private static boolean suffers(Component component, @Nullable Integer severity, String... by) {
        return component.getStatus() != null
                && !component.getStatus().conditions().isEmpty()
                && Objects.equals(component.getStatus().severity(), severity)
                && component.getStatus().affectedBy().equals(List.of(by));
    }

    @Test
    void aWindowIsOnTheBoardWithAnIdentifierThatStaysAndAPhaseThatFollowsTheClock(KubernetesClient kubernetes)
            throws Exception {
        try (var stage = stage(kubernetes, "board", now::get)) {
            var spec = Specs.window("2026-12-01T02:00", "2026-12-01T04:00", "UTC")
                    .every("FREQ=WEEKLY;COUNT=2")
                    .on("network", "maintenance", 40);
            stage.make(maintenance(spec.spec()), "switches");
            var before = happenings(stage);
            assertThat(before).hasSize(2);
            var first = before.getLast();
            assertThat(first.phase()).isEqualTo(new Phase(1, 0));
            assertThat(first.effects()).singleElement().satisfies(effect -> {
                assertThat(effect.severity()).isZero();
                assertThat(effect.expected()).isEqualTo(40);
            });
            var part = first.effects().getFirst().part();
            var board = stage.status.boards().find("board").orElseThrow();
            assertThat(board.severity(part, Instant.parse("2026-12-01T03:00:00Z")))
                    .contains(0);
            assertThat(board.severity(part, EVE)).isEmpty();

            now.set(Instant.parse("2026-12-01T02:00:00Z"));
            var running = happenings(stage).getLast();
            assertThat(running.id()).isEqualTo(first.id());
            assertThat(running.phase()).isEqualTo(new Phase(1, 2));
            assertThat(stage.status.boards().find("board").orElseThrow().version())
                    .isGreaterThan(board.version());
            now.set(Instant.parse("2026-12-01T04:00:00Z"));
            assertThat(happenings(stage).getLast().phase()).isEqualTo(new Phase(1, 4));
        }
    }

    private static List<Happening> happenings(Stage stage) {
        return stage.status.boards().find(stage.namespace).orElseThrow().happenings();
    }

    @Test
    void theObjectTellsHowFarItHasComeAndAMoveOfTheClockIsSeen(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "told", now::get)) {
            var specs = Specs.window("2026-12-01T02:00", "2026-12-01T04:00", "UTC")
                    .every("FREQ=DAILY;COUNT=3")
                    .confirmed()
                    .on("network", "maintenance", 40);
            stage.make(maintenance(specs.spec()), "switches");
            var status = await(stage, Maintenance.class, "switches", it -> is(it, MaintenanceState.SCHEDULED))
                    .getStatus();
            assertThat(Objects.requireNonNull(status.window()).start()).isEqualTo("2026-12-01T02:00:00Z");
            assertThat(status.next()).hasSize(2);

            now.set(Instant.parse("2026-12-01T04:10:00Z"));
            stage.change(
                    Maintenance.class,
                    "switches",
                    it -> maintenance(it, specs.announced("PT1H").spec()));
            await(stage, Maintenance.class, "switches", it -> is(it, MaintenanceState.OVERRUN));
            await(stage, Component.class, "network", it -> suffers(it, 0, "Maintenance switches"));
        }
    }

    private static Maintenance maintenance(Maintenance old, MaintenanceSpec spec) {
        var changed = maintenance(spec);
        changed.setMetadata(old.getMetadata());
        return changed;
    }

    @Test
    void aMaintenanceBeginsAndEndsByItself(KubernetesClient kubernetes) throws Exception {
        // The clock runs as ours does, and begins a moment before a second that was chosen.
        var start = Instant.parse("2026-12-01T02:00:00Z");
        var ahead = Duration.between(Instant.now(), start.minusSeconds(2));
        try (var stage = stage(kubernetes, "alone", () -> Instant.now().plus(ahead))) {
            var specs = Specs.window("2026-12-01T02:00", "2026-12-01T02:00:02", "UTC")
                    .on("network", "maintenance", 40);
            stage.make(maintenance(specs.spec()), "switches");
            await(stage, Component.class, "network", it -> suffers(it, 0, "Maintenance switches"));
            await(stage, Maintenance.class, "switches", it -> is(it, MaintenanceState.COMPLETED));
            await(stage, Component.class, "network", it -> suffers(it, null));
        }
    }

    @Test
    void aComponentTellsWhatItSuffersWhenAnIncidentChanges(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "suffers", now::get)) {
            await(stage, Component.class, "network", it -> suffers(it, null));
            stage.make(incident(50, null), "lines");
            await(stage, Component.class, "network", it -> suffers(it, 50, "Incident lines"));
            edit(stage, incident(80, null));
            await(stage, Component.class, "network", it -> suffers(it, 80, "Incident lines"));
            edit(stage, incident(80, "2026-11-30T11:59:00Z"));
            await(stage, Component.class, "network", it -> suffers(it, null));
        }
    }

    private static void edit(Stage stage, Incident incident) {
        stage.change(Incident.class, "lines", old -> {
            incident.setMetadata(old.getMetadata());
            return incident;
        });
    }

    private static Incident incident(int severity, @Nullable String end) {
        var incident = new Incident();
        incident.setSpec(new IncidentSpec(
                "Lines are cut",
                null,
                List.of(),
                "2026-11-30T11:00:00Z",
                end,
                null,
                List.of(new Impact(new ObjectReference("network"), new ObjectReference("maintenance"), severity)),
                List.of(),
                null,
                Origin.PERSON));
        return incident;
    }

    @Test
    void whoAskedForAMaintenanceMayNotApproveItAndReadersSeeItOnlyThen(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "approval", now::get)) {
            var specs =
                    Specs.window("2026-12-01T02:00", "2026-12-01T04:00", "UTC").needsApproval("ada");
            assertThatThrownBy(() -> stage.make(maintenance(specs.spec()), "own"))
                    .hasMessageContaining("may not approve it");
            stage.make(maintenance(specs.needsApproval(null).spec()), "open");
            assertThat(happenings(stage)).isEmpty();
            stage.make(maintenance(specs.needsApproval("bob").spec()), "approved");
            assertThat(happenings(stage)).hasSize(1);
            var both = Specs.window("2026-12-01T02:00", "2026-12-01T04:00", "Mars/Olympus")
                    .spec();
            stage.make(maintenance(both), "wrong");
            var wrong = await(
                    stage,
                    Maintenance.class,
                    "wrong",
                    it -> it.getStatus() != null && !it.getStatus().conditions().isEmpty());
            assertThat(wrong.getStatus().conditions().getFirst().message()).contains("no time zone of IANA");
        }
    }
}
