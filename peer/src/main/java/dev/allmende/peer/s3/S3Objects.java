package dev.allmende.peer.s3;

import java.util.Map;
import java.util.Optional;

/** Objects of one bucket, each small enough for memory. Every method makes one call. */
public final class S3Objects {

    private final S3 s3;
    private final String bucket;

    S3Objects(S3 s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** @param headers that come with it whenever somebody reads it, as Content-Type */
    public void put(String key, byte[] body, Map<String, String> headers) {
        var reply = s3.ask("PUT", s3.address().object(bucket, key, ""), body, headers);
        s3.checked("PUT", bucket, key, reply);
    }

    /** Empty when it is not there. */
    public Optional<byte[]> find(String key) {
        var reply = s3.ask("GET", s3.address().object(bucket, key, ""), S3.NO_BODY);
        return S3Faults.code(reply).equals("NoSuchKey")
                ? Optional.empty()
                : Optional.of(s3.checked("GET", bucket, key, reply).body());
    }

    /** One that is gone already counts as deleted. */
    public void delete(String key) {
        s3.checked("DELETE", bucket, key, s3.ask("DELETE", s3.address().object(bucket, key, ""), S3.NO_BODY));
    }
}
