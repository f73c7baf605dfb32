package dev.allmende.apiserver.cel.library;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled regular expressions. Rules mostly have theirs as constants, so few are kept and most are found. */
public final class Regexes {

    private static final int MOST = 500;
    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private Regexes() {}

    /** @throws RuleFault when the text is no regular expression */
    public static Pattern of(String regex) {
        var known = KNOWN.get(regex);
        if (known != null) {
            return known;
        }
        var made = TextLibrary.compiled(regex);
        if (KNOWN.size() < MOST) {
            KNOWN.put(regex, made);
        }
        return made;
    }
}
