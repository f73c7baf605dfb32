package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import java.util.List;

/** A write that is asked for. It happens whole or not at all, and is durable once {@link ObjectStore#write} returns. */
public sealed interface Change {

    /** {@link #expected} of an object that must not exist. */
    long ABSENT = 0;

    ObjectKey key();

    /**
     * The resourceVersion the stored object must have, {@link #ABSENT} when it must not exist. Every write names it:
     * the registry has always read what it changes.
     */
    long expected();

    /** An object's JSON, once its resourceVersion is known. Called on the writer's thread: must be quick. */
    interface Body {
        byte[] at(long resourceVersion);
    }

    /** @param required objects that must exist at that moment, such as the namespace of a new object */
    record Put(ObjectKey key, long expected, Body body, List<ObjectKey> required) implements Change {}

    /** @param lastState what watchers see with DELETED, at the deletion's resourceVersion */
    record Delete(ObjectKey key, long expected, Body lastState) implements Change {}
}
