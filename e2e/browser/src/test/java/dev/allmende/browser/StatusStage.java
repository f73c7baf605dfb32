package dev.allmende.browser;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceSpec;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.PhaseReference;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.Translation;
import dev.allmende.api.status.Update;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.server.protection.ApprovalAdmission;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.shell.Shell;
import dev.allmende.server.shell.ShellSettings;
import dev.allmende.server.status.ApiCallers;
import dev.allmende.server.status.ApiGrants;
import dev.allmende.server.status.StatusPages;
import dev.allmende.status.Status;
import dev.allmende.status.probe.CloudAccess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server with a status page on which something is broken, something is limited, and something is planned. Its users admin
 * and bert write to it.
 */
final class StatusStage implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final String ROOT = "/status/status/";
    private static final String NAMESPACE = "status";

    private final ApiServer server;
    private final KubernetesClient kubernetes;
    private final Status status;
    private final ControllerHost host;

    StatusStage(Path folder) throws IOException, InterruptedException {
        var pages = new StatusPages();
        var users = ShellSettings.of(folder, Issuers.NONE, "test", Clock.fixed(NOW, ZoneOffset.UTC));
        users.accounts().add("admin", List.of(User.MASTERS), Cloud.PASSWORD);
        users.accounts().add("bert", List.of(User.MASTERS), Cloud.PASSWORD);
        server = ApiServer.in(folder)
                .admission(new ApprovalAdmission())
                .pages(inside -> both(pages, new Shell(users, inside)))
                .start();
        kubernetes = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig("test").yaml()))
                .build();
        var clock = InstantSource.fixed(NOW);
        var mirror = new Mirror(kubernetes, "default");
        status = new Status(
                mirror,
                clock,
                new Status.Reach(CloudAccess.none(), ClientOptions.standard("test"), problem -> {}),
                new Status.Access(new ApiCallers(kubernetes, pages::signedIn), new ApiGrants(kubernetes)));
        host = ControllerHost.start(
                mirror,
                Status.definitions(),
                status.controllers(),
                new ControllerHost.Options(Optional.empty(), clock, problem -> {
                    throw new AssertionError(problem);
                }));
        fill();
        pages.open(status.site(), status::figures);
    }

    private static Pages both(StatusPages pages, Shell shell) {
        pages.sessions(shell::signedIn);
        return request -> {
            var page = pages.answer(request);
            return page.isPresent() ? page : shell.answer(request);
        };
    }

    /** Until readers see it. */
    void awaitTitle(String title) throws InterruptedException {
        if (!status.boards().await(() -> shows(title), Duration.ofSeconds(20))) {
            throw new AssertionError(title + " never came to the page");
        }
    }

    private boolean shows(String title) {
        return status.boards().find(NAMESPACE).stream()
                .flatMap(board -> board.happenings().stream())
                .anyMatch(happening -> happening.wording().name("en").equals(title));
    }

    URI url() {
        return server.url();
    }

    /** The identifier that pages know an object by. */
    String id(Class<? extends HasMetadata> kind, String name) {
        return kubernetes
                .resources(kind)
                .inNamespace(NAMESPACE)
                .withName(name)
                .get()
                .getMetadata()
                .getUid();
    }

    private void fill() throws InterruptedException {
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        var page = new StatusPage();
        page.setSpec(page());
        make(page, "page");
        part("compute", "Servers", "Server", "Infrastructure");
        part("storage", "Volumes", "Volumes", "Infrastructure");
        part("network", "Networks", "Netze", "Infrastructure");
        part("images", "Images", "Abbilder", "Infrastructure");
        part("identity", "Login", "Anmeldung", "Platform");
        part("dns", "DNS", "DNS", "Platform");
        var slow = new ImpactType();
        slow.setSpec(ImpactTypeSpec.named("Slow"));
        make(slow, "slow");
        incident(
                "disks",
                "storage",
                ago(3),
                null,
                100,
                "Volumes cannot be attached",
                "Volumes lassen sich nicht anhängen");
        incident("login", "identity", ago(1), null, 50, "Login is slow", "Anmeldung ist langsam");
        for (int i = 1; i < 8; i++) {
            var began = ago(24 * 11 * i - 9 * i);
            var ended = began.plus(Duration.ofMinutes(37L * i));
            incident(
                    "past-" + i,
                    i % 2 == 0 ? "compute" : "dns",
                    began,
                    ended,
                    i % 3 == 0 ? 90 : 60,
                    "Past trouble " + i,
                    "Alter Ärger " + i);
        }
        make(maintenance(), "switches");
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static StatusPageSpec page() {
        return new StatusPageSpec(
                "Cloud of the north",
                "What works, what does not, and what is planned.",
                List.of(german("Cloud des Nordens", "Was geht, was nicht, und was geplant ist.")),
                List.of("en", "de"),
                "Europe/Berlin",
                null,
                null,
                "Cloud of the north\nHarbour 1\n\nhttps://example.org/contact",
                List.of(),
                null,
                List.of(new PhaseList(1, List.of("Scheduled", "Investigation ongoing", "Working on it", "Done"))),
                List.of(),
                null);
    }

    private static Translation german(String name, String text) {
        return new Translation("de", name, text);
    }

    private void part(String name, String english, String german, String group) throws InterruptedException {
        var component = new Component();
        component.setSpec(new ComponentSpec(
                english,
                null,
                List.of(new Translation("de", german, null)),
                group,
                null,
                Map.of(),
                List.of(),
                List.of()));
        make(component, name);
    }

    private void incident(
            String name,
            String part,
            Instant began,
            @Nullable Instant ended,
            int severity,
            String english,
            String german)
            throws InterruptedException {
        var incident = new Incident();
        incident.setSpec(new IncidentSpec(
                english,
                "We look into it.",
                List.of(german(german, "Wir sehen es uns an.")),
                began.toString(),
                ended == null ? null : ended.toString(),
                new PhaseReference(1, ended == null ? 2 : 3),
                List.of(new Impact(new ObjectReference(part), new ObjectReference("slow"), severity)),
                List.of(
                        update(1, "Seen", "Gesehen", began.plusSeconds(300)),
                        update(2, "Cause found", "Ursache gefunden", began.plusSeconds(1500))),
                2,
                Origin.PERSON));
        make(incident, name);
    }

    private static Update update(int order, String english, String german, Instant time) {
        return new Update(
                order,
                english,
                "A switch lost its mind.\n\nMore: https://example.org/switches.",
                List.of(german(german, "Ein Switch ist durcheinander.\n\nMehr: https://example.org/switches.")),
                time.toString());
    }

    private static Maintenance maintenance() {
        var maintenance = new Maintenance();
        maintenance.setSpec(MaintenanceSpec.weekly(
                "Switches are replaced",
                "Connections may break for a moment.",
                List.of(german("Switches werden getauscht", "Verbindungen können kurz abreißen.")),
                "2026-11-03T22:00",
                "2026-11-03T23:00",
                "Europe/Berlin",
                List.of(new ExpectedImpact(new ObjectReference("network"), new ObjectReference("slow"), 40))));
        return maintenance;
    }

    private void make(HasMetadata object, String name) throws InterruptedException {
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(NAMESPACE).build());
        var made = kubernetes.resource(object).create();
        if (!status.boards().await(() -> status.boards().shows(made), Duration.ofSeconds(20))) {
            throw new AssertionError(name + " never came to the page");
        }
    }

    @Override
    public void close() {
        host.close();
        status.close();
        kubernetes.close();
        server.close();
    }
}
