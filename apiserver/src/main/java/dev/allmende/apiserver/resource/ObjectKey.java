package dev.allmende.apiserver.resource;

/**
 * Where an object is stored.
 *
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectKey(GroupResource resource, String namespace, String name) {

    @Override
    public String toString() {
        return resource + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
