package dev.allmende.openstack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param uri the URL that answered
 * @param status HTTP status code
 * @param headers names in lower case
 * @param body the whole body
 * @param took from the request's first byte to the body's last, without waits between retries
 */
public record Answer(URI uri, int status, Map<String, List<String>> headers, byte[] body, Duration took) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String lowerCaseName) {
        var values = headers.get(lowerCaseName);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** The service's own id of this request, to be quoted to its operator. */
    public Optional<String> requestId() {
        return header("x-openstack-request-id").or(() -> header("x-compute-request-id"));
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
