package dev.allmende.status.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.Bucket;
import dev.allmende.api.status.StatusPageSpec.Export;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.subscription.PageSecrets;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ApiServerExtension.class)
class ExportTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @TempDir
    Path folder;

    private static StatusPage page(List<String> visibleTo) {
        return page(visibleTo, null);
    }

    private static StatusPage page(List<String> visibleTo, @Nullable Bucket bucket) {
        var page = new StatusPage();
        page.setSpec(new StatusPageSpec(
                "Our cloud",
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                "Somebody",
                visibleTo,
                null,
                List.of(),
                List.of(),
                new Export("https://status.example.org/", bucket)));
        return page;
    }

    private static Incident incident(String name) {
        var incident = new Incident();
        incident.setSpec(new IncidentSpec(
                name,
                null,
                List.of(),
                "2026-01-01T12:00:00Z",
                null,
                null,
                List.of(new Impact(new ObjectReference("storage"), new ObjectReference("slow"), 50)),
                List.of(),
                null,
                Origin.PERSON));
        return incident;
    }

    @Test
    void aPageIsServedByAnyWebServerAndFollowsEachChange(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "exported", InstantSource.system(), folder)) {
            var slow = new ImpactType();
            slow.setSpec(ImpactTypeSpec.named("Slow"));
            stage.make(page(List.of()), "page");
            stage.make(slow, "slow");
            var storage = new Component();
            storage.setSpec(ComponentSpec.named("Volumes", "Infrastructure"));
            stage.make(storage, "storage");
            stage.make(incident("Disks are slow"), "slow");
            await(stage, said -> said.contains("exported ") && index().contains("Disks are slow"));

            var files = walk();
            assertThat(files.keySet())
                    .contains("/index.html", "/de/index.html", "/de/table.html", "/imprint.html", "/de/feed.rss")
                    .anyMatch(name -> name.startsWith("/de/incident/"))
                    .anyMatch(name -> name.startsWith("/component/"));
            assertThat(files.values()).allMatch(code -> code == 200);

            stage.change(Incident.class, "slow", old -> {
                old.setSpec(incident("Disks are slower").getSpec());
                return old;
            });
            await(stage, said -> index().contains("Disks are slower"));

            stage.change(StatusPage.class, "page", old -> {
                old.setSpec(page(List.of("staff")).getSpec());
                return old;
            });
            await(stage, said -> said.contains("for some groups only is not exported"));
            try (var left = Files.walk(folder)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void aBucketGetsACopyOnceItsKeysAreThereAndIsEmptiedWhenThePageIsClosed(KubernetesClient kubernetes)
            throws Exception {
        try (var store = new FakeBuckets();
                var stage = new Stage(kubernetes, "bucketed", InstantSource.system(), folder)) {
            var bucket = new Bucket(
                    store.uri().toString(), null, "pages", "cloud/", new SecretReference("bucket-keys"), null, null);
            stage.make(page(List.of(), bucket), "page");
            await(stage, said -> said.contains("Secret bucket-keys is not beside the controllers"));
            assertThat(Files.exists(folder.resolve("bucketed/index.html"))).isTrue();
            assertThat(store.names()).isEmpty();

            keys(kubernetes, "bucket-keys");
            await(stage, said -> said.contains("exported ") && !said.contains("not to be shown"));
            assertThat(store.texts().get("/pages/cloud/index.html")).contains("Our cloud");

            keys(kubernetes, "other-keys");
            var renewed = new Bucket(
                    store.uri().toString(), "eu", "pages", "cloud/", new SecretReference("other-keys"), null, null);
            store.peer.forget();
            stage.change(StatusPage.class, "page", old -> {
                old.setSpec(page(List.of(), renewed).getSpec());
                return old;
            });
            await(stage, said -> !store.peer.changes().isEmpty() && said.contains("exported "));
            assertThat(store.names()).contains("/pages/cloud/index.html");

            keys(kubernetes, "last-keys");
            kubernetes.secrets().inNamespace("default").withName("other-keys").delete();
            var again = new Bucket(
                    store.uri().toString(), null, "pages", "cloud/", new SecretReference("last-keys"), null, null);
            stage.change(StatusPage.class, "page", old -> {
                old.setSpec(page(List.of("staff"), again).getSpec());
                return old;
            });
            await(stage, said -> said.contains("for some groups only is not exported"));
            assertThat(store.names()).isEmpty();
        }
    }

    private static void keys(KubernetesClient kubernetes, String name) {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("default")
                        .addToAnnotations(PageSecrets.FOR, "bucketed")
                        .endMetadata()
                        .addToStringData(Map.of("accessKey", "access", "secretKey", "not to be shown"))
                        .build())
                .create();
    }

    private String index() {
        var index = folder.resolve("exported/index.html");
        try {
            return Files.exists(index) ? Files.readString(index) : "";
        } catch (IOException moved) {
            return "";
        }
    }

    /** Until the page's condition and the folder are as they are to be. */
    private static void await(Stage stage, Predicate<String> wanted) {
        stage.kubernetes
                .resources(StatusPage.class)
                .inNamespace(stage.namespace)
                .withName("page")
                .waitUntilCondition(page -> page != null && wanted.test(ready(page)), 30, TimeUnit.SECONDS);
    }

    private static String ready(StatusPage page) {
        return page.getStatus() == null ? "" : String.valueOf(page.getStatus().conditions());
    }

    /** All that can be reached from the first page, with what the server answers. */
    private Map<String, Integer> walk() throws Exception {
        var server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve("exported").toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/index.html");
            Map<String, Integer> seen = new LinkedHashMap<>();
            var next = new ArrayDeque<>(List.of(root));
            while (!next.isEmpty()) {
                var address = next.remove();
                if (!address.getAuthority().equals(root.getAuthority()) || seen.containsKey(address.getPath())) {
                    continue;
                }
                var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                seen.put(address.getPath(), answer.statusCode());
                if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                    LINK.matcher(answer.body()).results().forEach(link -> next.add(address.resolve(link.group(1))));
                }
            }
            return seen;
        } finally {
            server.stop(0);
        }
    }
}
