package dev.allmende.openstack;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * How patient and how greedy the client is.
 *
 * @param userAgent sent with each request, {@code name/version}
 * @param inFlight most requests under way at once per cloud
 * @param connectLimit until a connection stands
 * @param readLimit from the request's first byte to the body's last
 * @param bodyLimit most bytes of one body, after decompression
 * @param retry for what is transient
 * @param clock for the end of tokens
 */
public record ClientOptions(
        String userAgent,
        int inFlight,
        Duration connectLimit,
        Duration readLimit,
        int bodyLimit,
        Retry retry,
        Clock clock) {

    public ClientOptions {
        if (inFlight < 1) {
            throw new IllegalArgumentException("inFlight must be 1 or more, was " + inFlight);
        }
        if (bodyLimit < 1) {
            throw new IllegalArgumentException("bodyLimit must be 1 or more, was " + bodyLimit);
        }
    }

    /**
     * When and how often to try again.
     *
     * @param attempts most tries of one call, the first among them
     * @param base wait before the second try; doubles with each further one
     * @param longest most to wait once; a server that asks for more (Retry-After) is not asked again
     * @param random spreads the waits
     */
    public record Retry(int attempts, Duration base, Duration longest, RandomGenerator random, Pause pause) {
        public Retry {
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts must be 1 or more, was " + attempts);
            }
        }
    }

    /** Waits; a test's one does not. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public static ClientOptions standard(String version) {
        return new ClientOptions(
                "allmende/" + version,
                16,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                64 << 20,
                new Retry(4, Duration.ofMillis(500), Duration.ofSeconds(30), new Random(), Thread::sleep),
                Clock.systemUTC());
    }

    public ClientOptions withRetry(Retry other) {
        return new ClientOptions(userAgent, inFlight, connectLimit, readLimit, bodyLimit, other, clock);
    }

    public ClientOptions withReadLimit(Duration other) {
        return new ClientOptions(userAgent, inFlight, connectLimit, other, bodyLimit, retry, clock);
    }

    public ClientOptions withBodyLimit(int other) {
        return new ClientOptions(userAgent, inFlight, connectLimit, readLimit, other, retry, clock);
    }

    public ClientOptions withClock(Clock other) {
        return new ClientOptions(userAgent, inFlight, connectLimit, readLimit, bodyLimit, retry, other);
    }

    public ClientOptions withInFlight(int other) {
        return new ClientOptions(userAgent, other, connectLimit, readLimit, bodyLimit, retry, clock);
    }
}
