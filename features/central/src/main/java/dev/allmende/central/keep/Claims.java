package dev.allmende.central.keep;

import dev.allmende.api.Thing;

/**
 * What is particular to a kind whose things are claimed by name.
 *
 * @param <R> kind
 */
public interface Claims<R extends Thing<?, O>, O extends Record, T> {

    /**
     * What an object claims, or what must be there first.
     *
     * @param isLeaving whether the object is being deleted: then what it needs may be on its way out too
     */
    Sought<Claim<T, O>> of(R resource, boolean isLeaving);
}
