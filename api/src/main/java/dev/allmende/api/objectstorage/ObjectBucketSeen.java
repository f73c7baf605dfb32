package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What the store shows of a bucket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the store shows of the bucket.")
public record ObjectBucketSeen(
        @Describe("Its name; there before the bucket itself, once it is known to be free.")
        String name,

        @Describe("Address of the store: for Swift that of the project's account.")
        String endpoint,

        @Describe("How many objects are in it, old versions included; without it the store does not tell.") @Nullable
        Long objects,

        @Describe("What they weigh; without it the store does not tell.") @Nullable
        Long bytes) {

    /** A name that is about to be taken. */
    public static ObjectBucketSeen wanted(String name, String endpoint) {
        return new ObjectBucketSeen(name, endpoint, null, null);
    }
}
