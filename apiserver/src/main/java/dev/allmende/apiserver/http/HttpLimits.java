package dev.allmende.apiserver.http;

import java.time.Duration;

/**
 * What a connection may cost.
 *
 * @param bodyBytes of a request; more is answered 413
 * @param bodyTime until a body must be complete
 * @param slowClient how long a stream waits for a client that does not read
 * @param idle after which an unused connection is closed
 */
public record HttpLimits(int bodyBytes, Duration bodyTime, Duration slowClient, Duration idle) {

    /** As kube-apiserver: 3 MiB. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(3 << 20, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(10));
}
