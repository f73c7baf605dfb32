package dev.allmende.central.keep;

import dev.allmende.api.Drift;

/**
 * Something that a thing lacks beside its own fields: a connection, a part, a state.
 *
 * @param drift what is wanted and what there is
 * @param act the one call that brings it nearer to what is wanted
 */
public record Change(Drift drift, Runnable act) {

    public static Change of(String path, String want, String have, Runnable act) {
        return new Change(new Drift(path, want, have), act);
    }
}
