package dev.allmende.central.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses from names that may hold any character. */
final class Paths {

    private Paths() {}

    static URI of(URI base, String... segments) {
        var path = new StringBuilder(base.toString().replaceAll("/+$", ""));
        for (var segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return URI.create(path.toString());
    }

    /** Pairs of names and values. */
    static URI withQuery(URI uri, String... pairs) {
        var query = new StringBuilder(uri.toString());
        for (var i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(pairs[i]).append('=').append(encoded(pairs[i + 1]));
        }
        return URI.create(query.toString());
    }

    /** A segment of dots alone would climb, so its dots are encoded too. */
    private static String encoded(String text) {
        var plain = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return plain.matches("\\.+") ? plain.replace(".", "%2E") : plain;
    }
}
