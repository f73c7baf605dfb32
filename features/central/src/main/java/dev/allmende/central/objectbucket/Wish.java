package dev.allmende.central.objectbucket;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketSpec;

/**
 * A bucket as an object asks for it.
 *
 * @param owner UID of the object
 * @param isAnnounced whether the object's status says already that this name is to be taken, and it was not yet seen to be
 */
record Wish(String name, String owner, ObjectBucketSpec spec, boolean isAnnounced) {

    static Wish of(ObjectBucket object) {
        var metadata = object.getMetadata();
        var name = object.getSpec().bucket(metadata.getName(), metadata.getUid());
        return new Wish(name, metadata.getUid(), object.getSpec(), isAnnounced(object, name));
    }

    private static boolean isAnnounced(ObjectBucket object, String name) {
        var status = object.getStatus();
        var seen = status == null || status.id() != null ? null : status.observed();
        return seen != null && seen.name().equals(name);
    }

    String what() {
        return "bucket %s".formatted(name);
    }

    boolean isToBePurged() {
        return Boolean.TRUE.equals(spec.purge());
    }
}
