package dev.allmende.apiserver.store;

import java.util.Optional;

/**
 * One committed change.
 *
 * @param entry the new state; after a deletion the last state at the deletion's resourceVersion
 * @param previous the state before; empty for a new object
 */
public record StoredEvent(Type type, Entry entry, Optional<Entry> previous) {

    /** What happened. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
