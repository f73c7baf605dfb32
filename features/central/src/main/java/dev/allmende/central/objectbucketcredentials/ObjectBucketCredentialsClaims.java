package dev.allmende.central.objectbucketcredentials;

import dev.allmende.api.objectstorage.BucketAccess;
import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.api.objectstorage.ObjectBucketCredentialsSeen;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.objectbucket.Stores;
import dev.allmende.central.tenant.Secrets;
import java.time.InstantSource;

/** What is particular to keys: they are of a login, and for a bucket that must be there. */
record ObjectBucketCredentialsClaims(References references, Stores stores, Secrets secrets, InstantSource clock)
        implements Claims<ObjectBucketCredentials, ObjectBucketCredentialsSeen, Ring> {

    @Override
    public Sought<Claim<Ring, ObjectBucketCredentialsSeen>> of(ObjectBucketCredentials keys, boolean isLeaving) {
        return stores.tenant(keys).then(tenant -> bucket(keys, isLeaving).then(bucket -> own(keys, tenant, bucket)));
    }

    private Sought<Claim<Ring, ObjectBucketCredentialsSeen>> own(
            ObjectBucketCredentials keys, Tenant tenant, String bucket) {
        return stores.address(tenant)
                .then(address -> pairs(keys, tenant)
                        .map(pairs ->
                                new OwnKeys(keys, pairs, bucket, new Handing(keys, secrets, bucket, address), clock)));
    }

    private Sought<Ec2Credentials> pairs(ObjectBucketCredentials keys, Tenant tenant) {
        return keys.getSpec().access() == BucketAccess.READ ? stores.readerPairs(tenant) : stores.pairs(tenant);
    }

    /** Name of the bucket; keys that go need it no more. */
    private Sought<String> bucket(ObjectBucketCredentials keys, boolean isLeaving) {
        var reference = keys.getSpec().bucketRef();
        return isLeaving ? Sought.of(reference.name()) : references.use(ObjectBucket.class, keys, reference);
    }
}
