package dev.allmende.central.network;

import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver: nothing in a controller asks which one it talks to. */
@Tag("real")
@Tag("kubernetes")
class NetworkOnKubernetesTest extends NetworkBehaviour {

    @Override
    KubernetesClient connect() {
        var file = Objects.requireNonNull(
                System.getenv("ALLMENDE_TEST_KUBECONFIG"),
                "ALLMENDE_TEST_KUBECONFIG must name a kubeconfig: testbed/kubernetes-up writes one");
        try {
            return Connection.of(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
