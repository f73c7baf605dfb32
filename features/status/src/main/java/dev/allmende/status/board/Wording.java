package dev.allmende.status.board;

import dev.allmende.api.status.Translation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A heading and a text, in several languages.
 *
 * @param name empty when there is none
 * @param text empty when there is none
 * @param translations by language, ISO 639-1
 */
public record Wording(String name, String text, Map<String, Translation> translations) {

    public static final Wording NONE = new Wording("", "", Map.of());

    static Wording of(@Nullable String name, @Nullable String text, List<Translation> translations) {
        return new Wording(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(text, ""),
                translations.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Translation::language, each -> each, (first, second) -> first)));
    }

    /** The heading for who reads a language. */
    public String name(String language) {
        var translation = translations.get(language);
        return translation == null ? name : Objects.requireNonNullElse(translation.displayName(), name);
    }

    /** The text for who reads a language. */
    public String text(String language) {
        var translation = translations.get(language);
        return translation == null ? text : Objects.requireNonNullElse(translation.description(), text);
    }
}
