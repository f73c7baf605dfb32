package dev.allmende.central.objectbucket;

import dev.allmende.api.Status;
import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.util.List;

/** Makes the controller of buckets. */
public final class ObjectBucketWiring {

    private ObjectBucketWiring() {}

    public static Controller<ObjectBucket, Status<ObjectBucketSeen>> controller(Keeping keeping, Stores stores) {
        return keeping.controller(ObjectBucket.class, new ObjectBucketClaims(stores), List.of());
    }
}
