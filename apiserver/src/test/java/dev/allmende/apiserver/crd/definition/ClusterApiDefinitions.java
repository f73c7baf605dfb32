package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Definitions of Cluster API and its providers, from {@code shared/data/cluster-api} beside the clone. */
final class ClusterApiDefinitions {

    private static final YAMLMapper YAML = new YAMLMapper();

    private ClusterApiDefinitions() {}

    /** All files; the test is skipped, and says so, where there are none. */
    static List<Path> files() {
        var folder = folder();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no definitions to test with: " + folder + " is absent");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var shared = System.getenv("ALLMENDE_SHARED");
        var root = shared != null
                ? Path.of(shared)
                : Path.of(Objects.requireNonNullElse(System.getProperty("allmende.root"), ".."), "..", "shared");
        return root.resolve("data/cluster-api").normalize();
    }

    /** A definition as it is when it is validated. */
    static ObjectNode read(Path file) {
        try {
            var crd = (ObjectNode) YAML.readTree(file.toFile());
            CustomResourceDefinitions.fillDefaults(crd);
            CustomResourceDefinitions.rememberStorageVersion(crd);
            return crd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode named(String name) {
        return read(file(name));
    }

    /** @param name with its folder */
    static Path file(String name) {
        return files().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }
}
