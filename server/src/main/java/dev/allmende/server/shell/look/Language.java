package dev.allmende.server.shell.look;

import java.util.Locale;
import java.util.Optional;

/** The languages pages speak. */
public enum Language {
    EN("English"),
    DE("Deutsch");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** As in {@code lang} attributes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String code) {
        for (var language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** What a browser likes best of what there is (RFC 9110, 12.5.4); English when it says nothing. */
    public static Language preferred(String acceptLanguage) {
        var best = EN;
        double weight = 0;
        for (var part : acceptLanguage.split(",", -1)) {
            var range = part.split(";", -1);
            var language = of(range[0].strip().split("-", -1)[0].toLowerCase(Locale.ROOT));
            double own = range.length > 1 ? weight(range[1].strip()) : 1;
            if (language.isPresent() && own > weight) {
                best = language.get();
                weight = own;
            }
        }
        return best;
    }

    private static double weight(String parameter) {
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException broken) {
            return 0;
        }
    }
}
