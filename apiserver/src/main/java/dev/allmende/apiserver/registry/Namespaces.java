package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.ObjectStore;
import java.util.List;

/** What namespaces allow: nothing is made in an absent or ending one. */
final class Namespaces {

    static final GroupResource RESOURCE = new GroupResource("", "namespaces");

    private Namespaces() {}

    static ObjectKey key(String namespace) {
        return new ObjectKey(RESOURCE, "", namespace);
    }

    /** @return objects that must still exist when the write happens */
    static List<ObjectKey> requireOpen(ObjectStore store, Asked asked, String name) {
        if (!asked.resource().kind().namespaced()) {
            return List.of();
        }
        var key = key(asked.namespace());
        var entry = store.get(key).orElseThrow(() -> StatusException.notFound(RESOURCE, asked.namespace()));
        if (entry.index().ending()) {
            throw ending(asked, name);
        }
        return List.of(key);
    }

    private static StatusException ending(Asked asked, String name) {
        var resource = asked.resource().groupResource();
        var message = "unable to create new content in namespace %s because it is being terminated"
                .formatted(asked.namespace());
        var cause = new Cause(
                "NamespaceTerminating",
                "namespace %s is being terminated".formatted(asked.namespace()),
                "metadata.namespace");
        var details = new Status.Details(name, resource.group(), resource.resource(), "", List.of(cause), 0);
        return new StatusException(new Status(
                403, Reason.FORBIDDEN, "%s \"%s\" is forbidden: %s".formatted(resource, name, message), details));
    }
}
