package dev.allmende.apiserver.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden files are what a kube-apiserver answers; {@code -Dallmende.golden=write} writes them anew. The environment's
 * {@code ALLMENDE_TEST_KUBECONFIG} names its administrator, as {@code testbed/kubernetes-up} writes it.
 */
@Tag("real")
@Tag("kubernetes")
class RealPeersTest {

    private static final String VARIABLE = "ALLMENDE_TEST_KUBECONFIG";

    @TestFactory
    Stream<DynamicTest> answersAsTheGoldenFilesSay() throws IOException, InterruptedException {
        var kubeconfig = Optional.ofNullable(System.getenv(VARIABLE))
                .orElseThrow(() -> new AssertionError(
                        VARIABLE + " must name a kubeconfig of an administrator: testbed/kubernetes-up writes one"));
        return new Suite(Suite.REAL, Clients.orSkip(), Path.of(kubeconfig)).tests();
    }
}
