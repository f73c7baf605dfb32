package dev.allmende.status.impact;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Wording;
import dev.allmende.status.view.Words;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What readers are told, by template: names of components and impact types, and nothing that a probe saw. */
final class Texts {

    /** The first is that of the incident itself, the others its translations. */
    static final List<String> LANGUAGES = List.of("en", "de");

    private final Map<String, Properties> loaded = new ConcurrentHashMap<>();

    String title(Case about, Board board, String language) {
        return fill(language, "title", components(about, board, language), kinds(about, board, language));
    }

    /** @param key such as {@code open} */
    String text(String key, Decision decision, Board board, String language) {
        var about = decision.after();
        return fill(
                language,
                key,
                components(about, board, language),
                kinds(about, board, language),
                name(board, decision.component(), language));
    }

    private String fill(String language, String key, Object... values) {
        var template = properties(language).getProperty(key, key);
        return new MessageFormat(template, Locale.forLanguageTag(language)).format(values);
    }

    private Properties properties(String language) {
        return loaded.computeIfAbsent(language, each -> Words.read(Texts.class, "texts_" + each + ".properties"));
    }

    private static String components(Case about, Board board, String language) {
        return about.affects().keySet().stream()
                .map(component -> name(board, component, language))
                .collect(Collectors.joining(", "));
    }

    private static String kinds(Case about, Board board, String language) {
        return about.affects().values().stream()
                .map(Case.Suffering::kind)
                .distinct()
                .map(kind -> board.kinds().stream()
                        .filter(each -> each.name().equals(kind))
                        .findFirst()
                        .map(each -> said(each.wording(), language, kind))
                        .orElse(kind))
                .collect(Collectors.joining(", "));
    }

    private static String name(Board board, String component, String language) {
        return board.parts().stream()
                .filter(part -> part.name().equals(component))
                .findFirst()
                .map(part -> said(part.wording(), language, component))
                .orElse(component);
    }

    private static String said(Wording wording, String language, String otherwise) {
        var name = wording.name(language);
        return name.isEmpty() ? otherwise : name;
    }
}
