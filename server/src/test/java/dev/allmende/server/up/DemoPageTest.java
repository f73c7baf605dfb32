package dev.allmende.server.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.Probe;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.kit.Connection;
import dev.allmende.server.controllers.RoomControllers;
import dev.allmende.server.demo.DemoCloud;
import dev.allmende.server.place.Folders;
import dev.allmende.server.port.ListenOn;
import dev.allmende.server.rooms.Ground;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.status.StatusPages;
import dev.allmende.status.StatusSite;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code allmende up} comes with, at other hours of the week than this one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORTLY = Duration.ofSeconds(4);

    /** Of the weekly maintenance. */
    private final ZonedDateTime begin = Clock.systemUTC()
            .instant()
            .atZone(ZoneId.of("Europe/Berlin"))
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(22, 0));

    /** It stands until it is let go, so that a slow start misses nothing. */
    private static final class Standing extends Clock {

        private final Instant from;
        private volatile Optional<Duration> ahead = Optional.empty();

        Standing(Instant from) {
            this.from = from;
        }

        void letGo() {
            ahead = Optional.of(Duration.between(Clock.systemUTC().instant(), from));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return ahead.map(by -> Clock.systemUTC().instant().plus(by)).orElse(from);
        }
    }

    /** What {@code allmende up} runs, in this process, at another time. */
    private record Up(ApiServer server, Parts parts, KubernetesClient kubernetes, Standing clock)
            implements AutoCloseable {

        static Up at(ZonedDateTime now, Folders folders) throws IOException {
            var clock = new Standing(now.toInstant());
            var ground = new Ground(
                    folders, Map.of("HOME", folders.data().toString()), clock, Issuers.NONE, new StatusPages());
            var wanted =
                    new Wanted(folders, new ListenOn("127.0.0.1", 0), List.of(), true, false, Issuers.NONE, "down");
            var server = new Start(wanted).start(ground);
            var kubeconfig = server.kubeconfig("allmende");
            kubeconfig.write(folders.kubeconfig());
            var parts = new Parts();
            parts.keep("cloud", DemoCloud.startUnlessConfigured(folders, ground.env()));
            parts.keep("controllers", new RoomControllers().start(ground, folders.kubeconfig()));
            return new Up(server, parts, Connection.of(kubeconfig.yaml()), clock);
        }

        /** What readers are told of a component. */
        JsonNode component(String name) throws IOException {
            for (var component : summary().path("components")) {
                if (component.path("displayName").asText().equals(name)) {
                    return component;
                }
            }
            return JSON.missingNode();
        }

        /** Nothing while the page is not there yet. */
        private JsonNode summary() throws IOException {
            try {
                var text = kubernetes.raw("/status/" + StatusSite.HOME + "/summary.json");
                return text == null ? JSON.missingNode() : JSON.readTree(text);
            } catch (KubernetesClientException e) {
                if (e.getCode() == 503) {
                    return JSON.missingNode();
                }
                throw e;
            }
        }

        void until(String component, Predicate<JsonNode> said) throws IOException, InterruptedException {
            while (!said.test(component(component).path("status"))) {
                Thread.sleep(50);
            }
        }

        boolean maintenanceRuns() {
            var maintenance = kubernetes
                    .resources(Maintenance.class)
                    .inNamespace(StatusSite.HOME)
                    .withName("switches")
                    .waitUntilCondition(found -> found != null && found.getStatus() != null, 60, TimeUnit.SECONDS);
            var state = maintenance.getStatus().state();
            return state != null && state.isRunning();
        }

        /** The only one. */
        IncidentSpec incident() {
            var incidents = kubernetes
                    .resources(Incident.class)
                    .inNamespace(StatusSite.HOME)
                    .list()
                    .getItems();
            assertThat(incidents).hasSize(1);
            return incidents.getFirst().getSpec();
        }

        @Override
        public void close() {
            kubernetes.close();
            parts.close();
            server.close();
        }
    }

    private static Predicate<JsonNode> is(String word) {
        return status -> status.asText().equals(word);
    }

    @Test
    void itsMaintenanceBeginsAndEndsByItselfAndAFaultOfItsCloudBecomesAnIncidentThatEndsWithIt(@TempDir Path folder)
            throws Exception {
        var folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
        folders.make();
        try (var up = Up.at(begin.minus(SHORTLY), folders)) {
            up.until("Servers", is("operational"));
            up.until("Networks", is("operational")); // the demonstration makes its components one by one
            hurry(up.kubernetes, "compute");
            assertThat(up.maintenanceRuns()).isFalse();
            up.clock.letGo();
            var faults = folders.data().resolve("faults.yaml");
            Files.writeString(faults, "- {kind: status, service: compute, status: 503}\n");

            up.until("Servers", is("broken"));
            assertThat(up.incident().origin()).isEqualTo(Origin.PROBE);
            assertThat(up.component("Volumes").path("status").asText()).isEqualTo("operational");
            up.until("Networks", is("maintenance"));

            Files.delete(faults);
            while (!up.incident().updates().toString().contains("no longer seen")) {
                Thread.sleep(50);
            }
        }
        try (var up = Up.at(begin.plusHours(1).minus(SHORTLY), folders)) {
            up.until("Networks", is("maintenance"));
            up.clock.letGo();
            up.until("Networks", is("operational"));
            while (up.maintenanceRuns() || up.incident().endedAt() == null) {
                Thread.sleep(50);
            }
            assertThat(up.component("Servers").path("status").asText()).isEqualTo("operational");
        }
    }

    private static void hurry(KubernetesClient kubernetes, String name) {
        var probe =
                kubernetes.resources(Probe.class).inNamespace(StatusSite.HOME).withName(name);
        probe.waitUntilCondition(found -> found != null && found.getStatus() != null, 60, TimeUnit.SECONDS);
        probe.edit(found -> {
            found.setSpec(found.getSpec().each(1, 2, 2));
            return found;
        });
    }
}
