package dev.allmende.central.bucket;

import java.nio.charset.StandardCharsets;

/** What users do with buckets. */
public final class BucketObjects {

    private BucketObjects() {}

    public static void put(S3 s3, String bucket, String key, String text) {
        s3.sendObject("PUT", bucket, key, "", text.getBytes(StandardCharsets.UTF_8));
    }

    public static String get(S3 s3, String bucket, String key) {
        return new String(s3.sendObject("GET", bucket, key, "", S3.NO_BODY).body(), StandardCharsets.UTF_8);
    }

    /** HTTP's status of looking into it. */
    public static int status(S3 s3, String bucket) {
        return s3.ask("GET", bucket, "").status();
    }
}
