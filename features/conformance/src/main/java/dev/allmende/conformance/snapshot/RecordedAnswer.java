package dev.allmende.conformance.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answer of the cloud, or one observation of our own, as kept in a snapshot. Holds no secrets: what makes it removes
 * them first, so that a live run and a replay judge the same bytes.
 *
 * @param request what was asked, for people: {@code GET compute /flavors/detail?is_public=None}
 * @param status HTTP status; 0 when this is not an HTTP answer
 * @param headers the few headers that a test case reads, names in lower case, sorted
 * @param body JSON or text
 */
public record RecordedAnswer(String request, int status, Map<String, String> headers, byte[] body) {

    public RecordedAnswer {
        headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    public static RecordedAnswer text(String request, String text) {
        return new RecordedAnswer(request, 0, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
