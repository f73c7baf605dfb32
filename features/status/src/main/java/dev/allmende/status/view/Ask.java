package dev.allmende.status.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param path decoded, from the root of the server, beginning with a slash
 * @param query decoded, each name with its values in order
 * @param headers by name in small letters
 * @param remote the peer's address, for limits
 */
public record Ask(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        String remote) {

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name))
                .filter(values -> !values.isEmpty())
                .map(List::getFirst);
    }

    /** Empty when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
