package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Asked;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.registry.Registry;
import dev.allmende.apiserver.registry.ServedResource;
import dev.allmende.apiserver.request.BodyReader;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.request.WriteOptions;
import dev.allmende.apiserver.request.WriteOptions.Validation;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes of the server itself, through the registry like everybody's, so that finalizers and watchers see them. */
public final class Cleaning {

    private static final User SELF = User.of("system:apiserver", User.MASTERS, User.AUTHENTICATED);
    private static final WriteOptions OPTIONS = new WriteOptions(false, Validation.IGNORE, "allmende-apiserver", false);

    private final Registry registry;
    private final Supplier<Catalog> catalog;

    public Cleaning(Registry registry, Supplier<Catalog> catalog) {
        this.registry = registry;
        this.catalog = catalog;
    }

    Optional<ServedResource> resource(ObjectKey key) {
        return catalog.get().findStored(key.resource());
    }

    Catalog catalog() {
        return catalog.get();
    }

    /** @return false when it is held, or was changed meanwhile: look again */
    public boolean delete(ObjectKey key, DeleteOptions options) {
        var resource = resource(key);
        if (resource.isEmpty()) {
            return true;
        }
        try {
            return registry.delete(asked(resource.get(), key, ""), options).gone();
        } catch (StatusException e) {
            return e.status().reason() == Reason.NOT_FOUND;
        }
    }

    /** Patches an object that must have this resourceVersion. @return whether it did, or is gone */
    public boolean patch(ObjectKey key, String subresource, ObjectNode mergePatch) {
        var resource = resource(key);
        if (resource.isEmpty()) {
            return true;
        }
        try {
            registry.patch(
                    asked(resource.get(), key, subresource), Json.write(mergePatch), "application/merge-patch+json");
            return true;
        } catch (StatusException e) {
            return e.status().reason() == Reason.NOT_FOUND;
        }
    }

    /** Puts another state in the place of the one that was read; somebody else's change in between wins. */
    void replace(ObjectKey key, ObjectNode object) {
        resource(key).ifPresent(resource -> {
            try {
                registry.replace(asked(resource, key, ""), new BodyReader.Body(object, List.of()));
            } catch (StatusException e) {
                if (e.status().reason() != Reason.CONFLICT && e.status().reason() != Reason.NOT_FOUND) {
                    throw e;
                }
            }
        });
    }

    /** Makes an object unless it is there. */
    public void ensure(ServedResource resource, String namespace, ObjectNode object) {
        var asked = Asked.of(resource, namespace, Json.string(object, "metadata", "name"), "", SELF, OPTIONS);
        try {
            registry.create(asked, new BodyReader.Body(object, List.of()));
        } catch (StatusException e) {
            switch (e.status().reason()) {
                case ALREADY_EXISTS, NOT_FOUND, FORBIDDEN -> {}
                default -> throw e;
            }
        }
    }

    private static Asked asked(ServedResource resource, ObjectKey key, String subresource) {
        return Asked.of(resource, key.namespace(), key.name(), subresource, SELF, OPTIONS);
    }
}
