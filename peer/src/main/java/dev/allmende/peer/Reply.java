package dev.allmende.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a peer answered.
 *
 * @param headers found whatever their case
 * @param body the whole body
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    public Reply {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
