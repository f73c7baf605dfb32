package dev.allmende.api.objectstorage;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A pair of keys to a bucket, in a Secret. */
@Group("objectstorage.allmende.dev")
@Version("v1alpha1")
@Plural("objectbucketcredentials")
@Describe("A pair of keys for S3 that Keystone makes, written into a Secret of the namespace and renewed.")
@Column(name = "Bucket", path = ".status.observed.bucket")
@Column(name = "Key", path = ".status.observed.accessKey")
@Column(name = "Expires", path = ".status.observed.expires", priority = 1)
public final class ObjectBucketCredentials extends Thing<ObjectBucketCredentialsSpec, ObjectBucketCredentialsSeen> {}
