package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.store.Entry;

/** Between the form in which objects are stored and the version in which they are served. */
final class Stored {

    private Stored() {}

    /** The bytes of an object in the version asked for; the stored ones themselves where they serve. */
    static byte[] served(ServedResource resource, Entry entry) {
        var json = entry.json();
        if (!needsParsing(resource, entry)) {
            if (Bytes.begin(json, resource.prefix())) {
                return json;
            }
        }
        return Json.write(tree(resource, entry));
    }

    /** The object in the version asked for, fresh for the caller. */
    static ObjectNode tree(ServedResource resource, Entry entry) {
        var object = Json.readObject(entry.json());
        object.put("apiVersion", resource.kind().apiVersion());
        object.put("kind", resource.kind().kind());
        if (resource.rules().shapesOnRead()) {
            resource.rules().prune(object);
            resource.rules().fill(object);
        } else if (entry.resourceVersion() < resource.since()
                && resource.rules().fillsOnRead()) {
            resource.rules().fill(object);
        }
        return resource.translation().toServed(object);
    }

    /** The stored form of an object in the version asked for. */
    static ObjectNode form(ServedResource resource, ObjectNode object) {
        var stored = Meta.inOrder(resource.translation().toStored(object));
        return stored.put("apiVersion", resource.storageVersion());
    }

    static byte[] json(ObjectNode object) {
        return Json.write(Meta.inOrder(object));
    }

    private static boolean needsParsing(ServedResource resource, Entry entry) {
        return resource.translation().changesFields()
                || resource.rules().shapesOnRead()
                || (entry.resourceVersion() < resource.since()
                        && resource.rules().fillsOnRead());
    }
}
