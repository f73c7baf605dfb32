package dev.allmende.central.objectbucketcredentials;

import dev.allmende.api.Status;
import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.api.objectstorage.ObjectBucketCredentialsSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.objectbucket.Stores;
import dev.allmende.central.tenant.Secrets;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of keys to buckets. */
public final class ObjectBucketCredentialsWiring {

    private ObjectBucketCredentialsWiring() {}

    /** @param clock by which keys grow old */
    public static Controller<ObjectBucketCredentials, Status<ObjectBucketCredentialsSeen>> controller(
            Keeping keeping, Stores stores, InstantSource clock) {
        var secrets = new Secrets(keeping.mirror().kubernetes());
        return keeping.controller(
                ObjectBucketCredentials.class,
                new ObjectBucketCredentialsClaims(keeping.references(), stores, secrets, clock),
                List.of(Dependency.on(
                        ObjectBucket.class, keys -> Stream.of(keys.getSpec().bucketRef()))));
    }
}
