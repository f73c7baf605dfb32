package dev.allmende.kit;

import dev.allmende.api.Reason;
import java.time.Duration;

/**
 * What came of one look at an object and one step towards its spec.
 *
 * @param <S> status of the kind; conditions in it are set by the loop
 */
public sealed interface Outcome<S> {

    /** What was seen. */
    S status();

    /** All is as the spec wants it. Looked at again after the kind's resync time. */
    record Ready<S>(S status, String message) implements Outcome<S> {}

    /** All is as the spec wants it until some time has passed: looked at again then, or after the kind's resync time. */
    record Until<S>(S status, String message, Duration pause) implements Outcome<S> {}

    /** Can be used, but is not as the spec wants it, and shall stay so. */
    record Drifted<S>(S status, String message) implements Outcome<S> {}

    /** The thing is being made or changed and will get there by itself: looked at again soon. */
    record Busy<S>(S status, Reason reason, String message) implements Outcome<S> {}

    /** Did not work now, and may later without anybody changing the spec: tried again, ever more seldom. */
    record Retry<S>(S status, Reason reason, String message) implements Outcome<S> {}

    /** Cannot work until somebody changes the spec or what it refers to. */
    record Stuck<S>(S status, Reason reason, String message) implements Outcome<S> {}
}
