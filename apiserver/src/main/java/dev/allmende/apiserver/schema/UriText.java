package dev.allmende.apiserver.schema;

import com.google.re2j.Pattern;

/** What Go's net/url and net/mail take for an address. */
public final class UriText {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%([^0-9a-fA-F]|[0-9a-fA-F][^0-9a-fA-F]|.?$)");
    private static final Pattern AUTHORITY = Pattern.compile(
            "^([^@\\s/]*@)?(\\[[0-9a-fA-F:.]+(%25[^\\]]+)?\\]|[^\\s\\[\\]<>\"{}|\\\\^`@:]*)(:[0-9]*)?$");
    private static final String ATOM = "[^\\s()<>\\[\\]:;@\\\\,.\"\\x00-\\x1f\\x7f]+";
    private static final String ADDRESS =
            "(%1$s(\\.%1$s)*|\"([^\"\\\\]|\\\\.)*\")@(%1$s(\\.%1$s)*|\\[[^\\]]*\\])".formatted(ATOM);
    private static final Pattern EMAIL = Pattern.compile(
            "^\\s*(%1$s|(\"([^\"\\\\]|\\\\.)*\"|[^<>@,;:\\\\\"\\[\\]]*)\\s*<%1$s>)\\s*$".formatted(ADDRESS));

    private UriText() {}

    /** As Go's url.ParseRequestURI: an absolute URI, or an absolute path. */
    public static boolean isRequestUri(String text) {
        if (text.isEmpty() || text.codePoints().anyMatch(point -> point < ' ' || point == 0x7f)) {
            return false;
        }
        var scheme = SCHEME.matcher(text);
        var rest = scheme.find() ? text.substring(scheme.end()) : text;
        if (rest.length() == text.length() && !text.startsWith("/")) {
            return false;
        }
        return !rest.startsWith("/") || isHierarchy(rest, rest.length() < text.length());
    }

    private static boolean isHierarchy(String rest, boolean afterScheme) {
        int query = rest.indexOf('?');
        var path = query < 0 ? rest : rest.substring(0, query);
        if (BAD_ESCAPE.matcher(path).find()) {
            return false;
        }
        if (!path.startsWith("//") || (!afterScheme && path.startsWith("///"))) {
            return true;
        }
        int end = path.indexOf('/', 2);
        return AUTHORITY
                .matcher(path.substring(2, end < 0 ? path.length() : end))
                .find();
    }

    /** As Go's mail.ParseAddress (RFC 5322): an address, with a name before it or without. */
    static boolean isEmail(String text) {
        return EMAIL.matcher(text).find();
    }
}
