package dev.allmende.peer;

import java.time.Duration;

/**
 * How long and how much we wait for.
 *
 * @param connect until a connection stands
 * @param answer from the request's first byte to the body's last
 * @param bodyBytes most bytes of one body
 */
public record Limits(Duration connect, Duration answer, long bodyBytes) {

    public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 16 << 20);
}
