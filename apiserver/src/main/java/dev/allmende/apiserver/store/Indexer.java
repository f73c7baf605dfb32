package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;

/** Reads the index out of an object's JSON. Called for every write and for every object at start; must be fast. */
public interface Indexer {
    ObjectIndex index(GroupResource resource, byte[] json);
}
