package dev.allmende.apiserver.cel.library;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.UriText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A URL as Go's net/url takes it apart (url.ParseRequestURI).
 *
 * @param host with the port
 * @param rawQuery without the question mark
 */
record UrlParts(String scheme, String host, String escapedPath, String rawQuery) {

    static boolean isUrl(String text) {
        return UriText.isRequestUri(text);
    }

    static UrlParts parse(String text) {
        if (!isUrl(text)) {
            throw new RuleFault("URL parse error during conversion from string: parse %s: invalid URI for request"
                    .formatted(Quoted.text(text)));
        }
        int colon = text.startsWith("/") ? -1 : text.indexOf(':');
        var rest = text.substring(colon + 1);
        int question = rest.indexOf('?');
        var query = question < 0 ? "" : rest.substring(question + 1);
        var place = question < 0 ? rest : rest.substring(0, question);
        var host = "";
        if (place.startsWith("//")) {
            int slash = place.indexOf('/', 2);
            var authority = place.substring(2, slash < 0 ? place.length() : slash);
            host = authority.substring(authority.lastIndexOf('@') + 1);
            place = slash < 0 ? "" : place.substring(slash);
        }
        var scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        return new UrlParts(scheme, host, escaped(place), query);
    }

    /** What a path may not have as it is becomes percent-encoded. */
    private static String escaped(String path) {
        var escaped = new StringBuilder();
        for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 255);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-_.~$&+,/:;=@%!'()*[]".indexOf(c) >= 0;
            escaped.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return escaped.toString();
    }

    String hostname() {
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? "" : host.substring(colon + 1);
    }

    Map<String, List<String>> query() {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty() && pair.indexOf(';') < 0) {
                values.computeIfAbsent(decoded(name), _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
