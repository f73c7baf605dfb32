package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;

/**
 * An object as it is stored and served.
 *
 * @param resourceVersion of the write that made it so; grows by one over all kinds
 * @param json the whole object with its resourceVersion, UTF-8; shared, never written to
 * @param index what lists, watches and garbage collection look at without parsing
 */
public record Entry(ObjectKey key, long resourceVersion, byte[] json, ObjectIndex index) {}
