package dev.allmende.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Upstream's files and vectors, which are not ours to commit. Tests that need them are skipped where they are not. */
public final class SharedData {

    private SharedData() {}

    /** @param name below {@code shared/data/conformance} */
    public static Path file(String name) {
        var shared = System.getenv("ALLMENDE_SHARED");
        var root = shared != null
                ? Path.of(shared)
                : Path.of(Objects.requireNonNullElse(System.getProperty("allmende.root"), "."), "..", "shared");
        var file = root.resolve("data/conformance").resolve(name).normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "no upstream data at " + file + ": set ALLMENDE_SHARED");
        return file;
    }

    /** Lines of a table, split at tabs, comments left out. */
    public static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
