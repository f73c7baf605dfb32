package dev.allmende.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, through a client that nobody here wrote. */
class ApiServerTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ApiServer server;

    @SuppressWarnings("NullAway.Init")
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        server = ApiServer.in(folder).start();
        client = client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static KubernetesClient client(ApiServer server) {
        var config = Config.fromKubeconfig(server.kubeconfig("test").yaml());
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Test
    void keepsWhatWasAcknowledgedOverARestart() throws IOException {
        var made = client.configMaps()
                .inNamespace("default")
                .resource(configMap("kept", "one"))
                .create();
        client.close();
        server.close();

        server = ApiServer.in(folder).start();
        client = client(server);

        var found = client.configMaps().inNamespace("default").withName("kept").get();
        assertThat(found.getData()).containsExactly(Map.entry("value", "one"));
        assertThat(found.getMetadata().getUid()).isEqualTo(made.getMetadata().getUid());
        assertThat(found.getMetadata().getResourceVersion())
                .isEqualTo(made.getMetadata().getResourceVersion());
    }

    @Test
    void tellsWatchersOfEveryChangeInOrder() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        try (var watch = client.configMaps()
                .inNamespace("default")
                .withLabel("app", "test")
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap object) {
                        seen.add(action + " " + object.getData().get("value"));
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        seen.add("closed");
                    }
                })) {
            assertThat(watch).isNotNull();
            var resource = client.configMaps().inNamespace("default");
            resource.resource(configMap("watched", "1")).create();
            resource.withName("watched")
                    .edit(old ->
                            new ConfigMapBuilder(old).addToData("value", "2").build());
            resource.withName("watched").delete();

            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("ADDED 1");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("MODIFIED 2");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("DELETED 2");
        }
    }

    @Test
    void refusesAnUpdateOfAnOutdatedState() {
        var resource = client.configMaps().inNamespace("default");
        var old = resource.resource(configMap("raced", "1")).create();
        resource.resource(new ConfigMapBuilder(old).addToData("value", "2").build())
                .update();

        assertThatThrownBy(() -> resource.resource(new ConfigMapBuilder(old)
                                .addToData("value", "3")
                                .build())
                        .update())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void emptiesANamespaceThatIsDeleted() {
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("short")
                        .endMetadata()
                        .build())
                .create();
        client.configMaps()
                .inNamespace("short")
                .resource(configMap("inside", "1"))
                .create();

        client.namespaces().withName("short").delete();

        client.namespaces().withName("short").waitUntilCondition(gone -> gone == null, 30, TimeUnit.SECONDS);
        assertThat(client.configMaps().inNamespace("short").list().getItems()).isEmpty();
    }

    @Test
    void sealsSecretsOnDisk() throws IOException {
        client.secrets()
                .inNamespace("default")
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("sealed")
                        .endMetadata()
                        .addToStringData("password", "correct horse battery")
                        .build())
                .create();
        var base64 = "Y29ycmVjdCBob3JzZSBiYXR0ZXJ5";

        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("correct horse battery")
                        .doesNotContain(base64);
            }
        }
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app", "test")
                .endMetadata()
                .addToData("value", value)
                .build();
    }
}
