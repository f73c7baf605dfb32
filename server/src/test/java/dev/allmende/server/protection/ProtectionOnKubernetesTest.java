package dev.allmende.server.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Protection;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same by deploy/kubernetes/protection.yaml. */
@Tag("real")
@Tag("kubernetes")
class ProtectionOnKubernetesTest extends ProtectionBehaviour {

    private static final Path POLICY = Path.of("..", "deploy", "kubernetes", "protection.yaml");

    @Override
    KubernetesClient start() throws IOException, InterruptedException {
        var client = Connection.of(kubeconfig());
        try (var policy = Files.newInputStream(POLICY)) {
            client.load(policy).items().forEach(item -> Apply.to(client, item));
        }
        Thread.sleep(Duration.ofSeconds(3)); // a kube-apiserver takes a policy up a moment after it was written
        return client;
    }

    @Override
    String kubeconfig() throws IOException {
        var file = Objects.requireNonNull(
                System.getenv("ALLMENDE_TEST_KUBECONFIG"),
                "ALLMENDE_TEST_KUBECONFIG must name a kubeconfig (testbed/kubernetes-up)");
        return Files.readString(Path.of(file));
    }

    @Override
    void end() throws IOException {
        try (var policy = Files.newInputStream(POLICY)) {
            client().load(policy).delete();
        }
    }

    @Test
    void theKindsThatHoldDataAreTheSameInBothPlaces() {
        var expression = client().resources(ValidatingAdmissionPolicy.class)
                .withName("protection.allmende.dev")
                .get()
                .getSpec()
                .getValidations()
                .getFirst()
                .getExpression();

        assertThat(Protection.HOLD_DATA)
                .allSatisfy(kind -> assertThat(expression).contains("'" + kind + "'"));
        assertThat(expression.split("'(?!Protect')[A-Za-z]+'", -1)).hasSize(Protection.HOLD_DATA.size() + 1);
    }
}
