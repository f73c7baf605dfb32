package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.Headers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The cookies of a request, and how ours are set (RFC 6265). Names that begin with {@code __Host-} a browser takes only from
 * this host itself, over TLS and for all of it.
 */
public record Cookies(Map<String, String> values) {

    public static final String SESSION = "__Host-allmende-session";
    public static final String VISITOR = "__Host-allmende-visitor";
    public static final String OIDC = "__Host-allmende-oidc";
    public static final String GITHUB = "__Host-allmende-github";
    public static final String DISPLAY = "__Host-allmende-display";

    /** STRICT: not even sent when a link of another site is followed. LAX: then it is. */
    public enum SameSite {
        STRICT("Strict"),
        LAX("Lax");

        private final String word;

        SameSite(String word) {
            this.word = word;
        }
    }

    public static Cookies of(Headers headers) {
        Map<String, String> values = new HashMap<>();
        for (var header : headers.all("Cookie")) {
            for (var pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return new Cookies(values);
    }

    /** Empty when there is none. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Gone when the browser is closed. */
    public static String set(String name, String value, SameSite site) {
        return "%s=%s; Path=/; Secure; HttpOnly; SameSite=%s".formatted(name, value, site.word);
    }

    public static String set(String name, String value, SameSite site, Duration age) {
        return set(name, value, site) + "; Max-Age=" + age.toSeconds();
    }

    public static String clear(String name) {
        return set(name, "", SameSite.STRICT, Duration.ZERO);
    }
}
