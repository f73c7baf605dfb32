package dev.allmende.central.bucket;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.s3.S3;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What users do with buckets. */
public final class BucketObjects {

    private BucketObjects() {}

    public static void put(S3 s3, String bucket, String key, String text) {
        s3.objects(bucket).put(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static String get(S3 s3, String bucket, String key) {
        return new String(s3.objects(bucket).find(key).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** HTTP's status of looking into it. */
    public static int status(S3 s3, String bucket) {
        try {
            s3.buckets().usage(bucket);
            return 200;
        } catch (PeerException refused) {
            return refused.status();
        }
    }
}
