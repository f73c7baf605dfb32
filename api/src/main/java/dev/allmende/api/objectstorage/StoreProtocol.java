package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a bucket is looked after. */
public enum StoreProtocol {
    /** Amazon's protocol, as Ceph's gateway and others speak it. */
    @JsonProperty("S3")
    S3,

    /** OpenStack's own, where buckets are called containers. */
    @JsonProperty("Swift")
    SWIFT
}
