package dev.allmende.peer.s3;

import org.junit.jupiter.api.AfterAll;

/** Holds the made-up cloud's S3 against what holds of a real one. */
class MadeUpS3Test extends BucketsContract {

    private static final MadeUpStore STORE = new MadeUpStore();

    @Override
    S3 open(String user) {
        return STORE.open(user.equals("archive") ? "devcloud" : "devcloud-admin");
    }

    @AfterAll
    static void close() {
        STORE.close();
    }
}
