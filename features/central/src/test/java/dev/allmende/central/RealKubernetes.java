package dev.allmende.central;

import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The kube-apiserver that suites with the tag {@code kubernetes} run on. */
public final class RealKubernetes {

    private RealKubernetes() {}

    public static KubernetesClient connect() {
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
