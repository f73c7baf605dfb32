package dev.allmende.status.view;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Words of one language: a properties file in UTF-8 that is in the program. */
public final class Words {

    private Words() {}

    /** @param beside the class that the file lies beside */
    public static Properties read(Class<?> beside, String file) {
        try (var stream = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
