package dev.allmende.status.page;

import dev.allmende.status.view.Ask;
import java.util.List;
import java.util.Locale;

/** Which language a reader gets: what the address says, else what the browser asks for, else the page's first. */
public record Tongue(String language, boolean chosen) {

    /** @param offered by the page, the first for who asks for none of them */
    public static Tongue of(Ask ask, List<String> offered) {
        var known = offered.stream().filter(Texts.LANGUAGES::contains).toList();
        var usable = known.isEmpty() ? List.of(Texts.LANGUAGES.getFirst()) : known;
        return ask.parameter("lang")
                .filter(usable::contains)
                .map(chosen -> new Tongue(chosen, true))
                .orElseGet(() -> new Tongue(preferred(ask.header("accept-language"), usable), false));
    }

    /** RFC 9110, 12.5.4. */
    private static String preferred(String header, List<String> usable) {
        var best = usable.getFirst();
        double weight = 0;
        for (var part : header.split(",", -1)) {
            var range = part.strip().split(";", -1);
            var language = range[0].strip().split("-", -1)[0].toLowerCase(Locale.ROOT);
            double own = range.length == 1 ? 1 : weight(range[1].strip());
            if (usable.contains(language) && own > weight) {
                best = language;
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

    /** For links, so that a choice goes with the reader without a cookie. */
    String suffix() {
        return chosen ? "?lang=" + language : "";
    }
}
