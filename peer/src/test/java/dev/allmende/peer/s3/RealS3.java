package dev.allmende.peer.s3;

import java.net.URI;
import java.time.Clock;

/** The Ceph gateway of testbed/s3-up; S3_URL names another one with the same users. */
public final class RealS3 {

    private RealS3() {}

    public static URI uri() {
        var given = System.getenv("S3_URL");
        return URI.create(given == null ? "http://127.0.0.1:18190" : given);
    }

    /** One of the users of the test bed: archive, producer1, producer2. */
    public static S3 open(String user) {
        return new S3(S3Address.of(uri()), new Keys(user, user + "-secret"), Clock.systemUTC());
    }
}
