package dev.allmende.openstack.transport;

import java.net.URI;
import java.util.Map;

/**
 * A request as it goes out.
 *
 * @param repeatable whether it may reach the service twice without harm
 */
public record Request(String method, URI uri, Map<String, String> headers, byte[] body, boolean repeatable) {

    public static Request get(URI uri) {
        return new Request("GET", uri, Map.of("Accept", "application/json"), new byte[0], true);
    }

    /** Method and URL, for messages. */
    public String label() {
        return method + " " + uri;
    }
}
