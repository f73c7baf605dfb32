package dev.allmende.server.shell.look;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What pages say, in one language. Names of kinds, conditions and columns are the API's and stay as they are. */
public final class Texts {

    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Properties texts = new Properties();

    private Texts(Language language) {
        var file = "texts_" + language.code() + ".properties";
        try (var in = Resources.open(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Texts in(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    /**
     * @param arguments stand where the text has {@code {0}}, {@code {1}}
     * @throws IllegalArgumentException for a name without text
     */
    public String of(String name, Object... arguments) {
        var text = texts.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("no text is called " + name);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    public Set<String> names() {
        return texts.stringPropertyNames();
    }
}
