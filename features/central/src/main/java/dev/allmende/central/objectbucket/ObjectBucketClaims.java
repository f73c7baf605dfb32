package dev.allmende.central.objectbucket;

import dev.allmende.api.Condition;
import dev.allmende.api.Reason;
import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketSeen;
import dev.allmende.central.bucket.Containers;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;

/** What is particular to buckets: they are looked after in one of two protocols. */
record ObjectBucketClaims(Stores stores) implements Claims<ObjectBucket, ObjectBucketSeen, Bucket> {

    @Override
    public Sought<Claim<Bucket, ObjectBucketSeen>> of(ObjectBucket object, boolean isLeaving) {
        return switch (object.getSpec().api()) {
            case SWIFT ->
                stores.swift(object)
                        .map(swift -> new SwiftBucket(Wish.of(object), new Containers(swift), swift.baseUrl()));
            case S3 -> {
                if (isRefused(object)) {
                    stores.forget(object);
                }
                yield stores.s3(object)
                        .map(s3 -> new S3Bucket(
                                Wish.of(object),
                                s3.buckets(),
                                s3.address().endpoint().toString(),
                                isLeaving,
                                () -> stores.leave(object)));
            }
        };
    }

    /** The keys that were used last time may be no good any more. */
    private static boolean isRefused(ObjectBucket object) {
        return object.getStatus() != null
                && Condition.find(object.getStatus().conditions(), Condition.READY)
                        .filter(ready -> ready.reason().equals(Reason.UNAUTHORIZED.word()))
                        .isPresent();
    }
}
