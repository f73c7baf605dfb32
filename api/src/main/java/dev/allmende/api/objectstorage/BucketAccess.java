package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What keys are good for. */
public enum BucketAccess {
    /** All that the tenant's login to the store may do. */
    @JsonProperty("ReadWrite")
    READ_WRITE,

    /** What a login may do that only reads. */
    @JsonProperty("Read")
    READ
}
