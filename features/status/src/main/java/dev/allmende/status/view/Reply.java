package dev.allmende.status.view;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param body may be shared: never written to
 */
public record Reply(int code, String contentType, byte[] body, Map<String, String> headers) {

    public static Reply text(int code, String text) {
        return new Reply(code, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply json(int code, byte[] body) {
        return new Reply(code, "application/json", body, Map.of());
    }

    /** 302: look there. */
    public static Reply see(String address) {
        return text(302, "").with("Location", address);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(code, contentType, body, more);
    }
}
