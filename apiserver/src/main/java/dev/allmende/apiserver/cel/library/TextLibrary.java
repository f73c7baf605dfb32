package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.INT;
import static dev.allmende.apiserver.cel.library.Kind.STRING;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;

/** {@code find}, {@code findAll} and {@code format} of strings. */
final class TextLibrary {

    private static final ListType TEXTS = ListType.create(SimpleType.STRING);

    private TextLibrary() {}

    static void addTo(Functions f) {
        f.member("find", "string_find_string", SimpleType.STRING, STRING, STRING, TextLibrary::find);
        f.member(
                "findAll", "string_find_all_string", TEXTS, STRING, STRING, (text, regex) -> findAll(text, regex, -1L));
        f.member("findAll", "string_find_all_string_int", TEXTS, STRING, STRING, INT, TextLibrary::findAll);
        f.member(
                "format",
                "string_format",
                SimpleType.STRING,
                STRING,
                Kind.listOf(SimpleType.DYN),
                (text, values) -> new TextFormat(text, values).write());
    }

    private static Object find(String text, String regex) {
        var matcher = Regexes.of(regex).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /** @param most how many; all when negative */
    private static Object findAll(String text, String regex, Long most) {
        List<String> found = new ArrayList<>();
        var matcher = Regexes.of(regex).matcher(text);
        while ((most < 0 || found.size() < most) && matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** @throws RuleFault when the text is no regular expression */
    static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new RuleFault("Illegal regex: " + e.getMessage());
        }
    }
}
