package dev.allmende.status.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files beside these classes. */
final class Resources {

    private Resources() {}

    static Reader open(String name) {
        var in = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    static String text(String name) {
        try (var reader = open(name)) {
            return reader.readAllAsString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
