package dev.allmende.api.objectstorage;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A bucket of an object store. */
@Group("objectstorage.allmende.dev")
@Version("v1alpha1")
@Describe("A bucket of an object store, which Swift calls a container.")
@Column(name = "Bucket", path = ".status.observed.name")
@Column(name = "Objects", path = ".status.observed.objects", type = "integer")
@Column(name = "Bytes", path = ".status.observed.bytes", type = "integer", priority = 1)
@Column(name = "Endpoint", path = ".status.observed.endpoint", priority = 1)
public final class ObjectBucket extends Thing<ObjectBucketSpec, ObjectBucketSeen> {}
