package dev.allmende.central.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of examples/ can be applied as it stands into a tenant's namespace, gets ready, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExamplesBehaviour {

    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    /** What needs other peers than a cloud is applied by the suites of those kinds, and a chart by helm (e2e). */
    private static final Set<String> ELSEWHERE = Set.of("identity.yaml", "chart-three-tier");

    private Ground ground;

    abstract Ground ground();

    @BeforeAll
    void start() {
        ground = ground();
    }

    @AfterAll
    void stop() {
        assertThat(ground.close()).isEmpty();
    }

    static Stream<String> files() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            return files
                    .map(EXAMPLES::relativize)
                    .filter(file -> !ELSEWHERE.contains(file.getName(0).toString()))
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".yaml"))
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
