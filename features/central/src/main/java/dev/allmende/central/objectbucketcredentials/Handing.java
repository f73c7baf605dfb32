package dev.allmende.central.objectbucketcredentials;

import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.central.tenant.Secrets;
import dev.allmende.peer.s3.Keys;
import dev.allmende.peer.s3.S3Address;
import java.util.Map;

/** Writes a pair of keys to where the tenant finds it, with all that a client of S3 asks its environment for. */
record Handing(ObjectBucketCredentials object, Secrets secrets, String bucket, S3Address address) {

    void over(Keys keys) {
        var endpoint = address.endpoint().toString();
        secrets.write(
                object,
                secret(),
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        keys.access(),
                        "AWS_SECRET_ACCESS_KEY",
                        keys.secret(),
                        "AWS_ENDPOINT_URL",
                        endpoint,
                        "AWS_REGION",
                        address.region(),
                        "endpoint",
                        endpoint,
                        "bucket",
                        bucket));
    }

    String secret() {
        return object.getSpec().secret(object.getMetadata().getName());
    }
}
