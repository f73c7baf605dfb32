package dev.allmende.status.notice;

import dev.allmende.status.view.Words;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Words of messages in one language; English where there is no such file. Read when they are first needed. */
public final class Texts {

    private static final Map<String, Texts> ALL = new ConcurrentHashMap<>();

    private final String language;
    private final Properties words;

    private Texts(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    public static Texts in(String language) {
        return ALL.computeIfAbsent(language.equals("de") ? "de" : "en", Texts::read);
    }

    private static Texts read(String language) {
        return new Texts(language, Words.read(Texts.class, "messages_" + language + ".properties"));
    }

    /** That the words are in. */
    public String language() {
        return language;
    }

    /** @param values stand for {0}, {1} and so on */
    public String get(String key, Object... values) {
        var text = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
