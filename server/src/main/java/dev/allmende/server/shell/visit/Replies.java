package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.Answer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers with the headers that every page has. */
public final class Replies {

    /** Only files of our own, no script in the page, nobody may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    private Replies() {}

    public static Answer.Whole html(int code, String html) {
        return new Answer.Whole(
                code, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), SAFE, List.of());
    }

    /** 303: go on there with GET. */
    public static Answer.Whole go(String address) {
        return html(303, "").with("Location", address);
    }

    /** Events for a page's script. */
    public static Answer.Streamed events(Answer.Source source) {
        Map<String, String> headers = new LinkedHashMap<>(SAFE);
        headers.put("X-Accel-Buffering", "no");
        return new Answer.Streamed(200, "text/event-stream; charset=utf-8", source, headers, List.of());
    }

    /**
     * An address below our own pages that a form or a link named, or the first page when it is another: nobody is sent to a
     * foreign site from here.
     */
    public static String ours(String address) {
        boolean plain = address.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127);
        return plain && address.startsWith(Addresses.ROOT + "/") && !address.startsWith("//")
                ? address
                : Addresses.NAMESPACES;
    }
}
