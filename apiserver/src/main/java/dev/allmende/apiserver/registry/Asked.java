package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.request.WriteOptions;
import dev.allmende.apiserver.resource.ObjectKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A write that is asked for: of what, by whom, and how.
 *
 * @param namespace empty for cluster-scoped resources
 * @param name empty when a new object names itself
 * @param subresource empty for the object itself
 * @param warnings what the client is told beside the answer; filled on the way
 */
public record Asked(
        ServedResource resource,
        String namespace,
        String name,
        String subresource,
        User user,
        WriteOptions options,
        List<String> warnings) {

    public static Asked of(
            ServedResource resource,
            String namespace,
            String name,
            String subresource,
            User user,
            WriteOptions options) {
        return new Asked(resource, namespace, name, subresource, user, options, new ArrayList<>());
    }

    ObjectKey key() {
        return key(name);
    }

    ObjectKey key(String objectName) {
        return new ObjectKey(resource.storage(), namespace, objectName);
    }
}
