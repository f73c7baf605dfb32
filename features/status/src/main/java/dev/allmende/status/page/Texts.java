package dev.allmende.status.page;

import dev.allmende.status.view.Words;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What pages say by themselves, in one language. */
public final class Texts {

    /** Languages that there are texts in. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final Map<String, Texts> READ = new ConcurrentHashMap<>();

    private final Properties texts;

    private Texts(String language) {
        texts = Words.read(Texts.class, "texts_" + language + ".properties");
    }

    /** Read when they are first asked for. */
    public static Texts in(String language) {
        return READ.computeIfAbsent(language, Texts::new);
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

    /** A word of the provider's own, translated if it is one of the usual ones. */
    String word(String word) {
        return texts.getProperty("word." + word, word);
    }

    Set<String> names() {
        return texts.stringPropertyNames();
    }
}
