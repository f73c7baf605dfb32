package dev.allmende.central.keep;

import dev.allmende.api.Drift;
import java.util.Optional;

/**
 * Something that a thing lacks beside its own fields: a connection, a part, a state.
 *
 * @param drift what is wanted and what there is
 * @param act the one call that brings it nearer to what is wanted
 * @param hopeless why the call is not made any more; empty when it is
 */
public record Change(Drift drift, Runnable act, Optional<String> hopeless) {

    public static Change of(String path, String want, String have, Runnable act) {
        return new Change(new Drift(path, want, have), act, Optional.empty());
    }

    /** One that the cloud took on and gave up: no call until the spec changes. */
    public static Change hopeless(String path, String want, String have, String why) {
        return new Change(new Drift(path, want, have), () -> {}, Optional.of(why));
    }
}
