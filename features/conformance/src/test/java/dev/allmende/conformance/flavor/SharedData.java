package dev.allmende.conformance.flavor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reference data of the conformance facts, which lies beside the repository and never in it. */
final class SharedData {

    private SharedData() {}

    /** The file, or the test is skipped with the reason. */
    static Path file(String name) {
        var data = Optional.ofNullable(System.getenv("ALLMENDE_SHARED"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("allmende.root", "."), "..", "shared"))
                .resolve(Path.of("data", "conformance", name));
        assumeTrue(Files.exists(data), "no reference data at " + data + ": set ALLMENDE_SHARED");
        return data;
    }
}
