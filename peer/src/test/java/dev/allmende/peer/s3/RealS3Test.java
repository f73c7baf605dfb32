package dev.allmende.peer.s3;

import org.junit.jupiter.api.Tag;

/** Against Ceph's gateway. */
@Tag("real")
class RealS3Test extends BucketsContract {

    @Override
    S3 open(String user) {
        return RealS3.open(user);
    }
}
