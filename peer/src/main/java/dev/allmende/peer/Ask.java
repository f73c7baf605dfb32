package dev.allmende.peer;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param method in capitals
 * @param headers credentials included: never shown
 * @param body empty for none
 */
public record Ask(String method, URI uri, Map<String, String> headers, byte[] body) {

    public Ask {
        headers = Map.copyOf(headers);
    }

    /** For messages: no query, which may hold more than a reader should see. */
    public String label() {
        return method + " " + uri.getPath();
    }

    @Override
    public String toString() {
        return label();
    }
}
