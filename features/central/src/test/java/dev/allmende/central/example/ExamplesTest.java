package dev.allmende.central.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of examples/ can be applied as it stands into a tenant's namespace, gets ready, and leaves nothing behind. */
@ExtendWith(ApiServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    /** What needs other peers than a cloud is applied by the suites of those kinds. */
    private static final Set<String> ELSEWHERE = Set.of("identity.yaml");

    private final Ground ground;

    ExamplesTest(Kubeconfig kubeconfig) {
        ground = Ground.start(Connection.of(kubeconfig.yaml()));
    }

    @AfterAll
    void stop() {
        assertThat(ground.close()).isEmpty();
    }

    static Stream<String> files() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !ELSEWHERE.contains(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void getsReadyAndLeavesNothingBehind(String file) throws IOException {
        var objects = ground.apply(EXAMPLES.resolve(file));

        assertThat(objects).isNotEmpty().allSatisfy(ground::awaitReady);

        ground.delete(objects);
        assertThat(objects).allSatisfy(ground::awaitGone);
    }
}
