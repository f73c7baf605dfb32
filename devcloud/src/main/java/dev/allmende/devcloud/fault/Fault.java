package dev.allmende.devcloud.fault;

import java.time.Duration;
import java.util.Optional;

/** Something that goes wrong on demand. */
public sealed interface Fault {
    Where where();

    /** The words a scenario uses for the faults. */
    enum Kind {
        LATENCY,
        STATUS,
        CUT,
        EXPIRE,
        SLOW,
        DEAD,
        STUCK,
        ERROR,
        QUOTA
    }

    /**
     * Which requests or things a fault meets; empty text means any.
     *
     * @param service first segment of the URL: {@code compute}, {@code volume}, {@code image}
     * @param path regular expression that must be found in the path below the service
     * @param name for stuck and error: regular expression that must be found in the name of the thing
     */
    record Where(String service, String method, String path, String name) {
        public static final Where ANYWHERE = new Where("", "", "", "");

        public static Where service(String service) {
            return new Where(service, "", "", "");
        }

        public static Where path(String service, String method, String path) {
            return new Where(service, method, path, "");
        }

        public static Where thing(String service, String name) {
            return new Where(service, "", "", name);
        }
    }

    /** Each answer comes this much later. */
    record Latency(Where where, Duration time) implements Fault {}

    /**
     * An error instead of an answer.
     *
     * @param times how many requests fail, then all is well
     * @param every each n-th request fails
     * @param retryAfter seconds in the header Retry-After
     */
    record Status(Where where, int status, int times, int every, Optional<Integer> retryAfter) implements Fault {}

    /** The connection is cut without an answer. */
    record Cut(Where where, int times, int every) implements Fault {}

    /** All tokens made so far become invalid once, after this many requests. */
    record Expire(Where where, int after) implements Fault {}

    /** The body comes in two parts with this time between them. */
    record Slow(Where where, Duration time) implements Fault {}

    /** After this many requests each further one is cut: the cloud is gone. */
    record Dead(Where where, int after) implements Fault {}

    /** Things stay in their first state for ever: a volume creating, a server in BUILD. */
    record Stuck(Where where) implements Fault {}

    /** Things end in the state error. */
    record Broken(Where where) implements Fault {}

    /** Creating is refused because the quota is used up. */
    record Quota(Where where) implements Fault {}
}
