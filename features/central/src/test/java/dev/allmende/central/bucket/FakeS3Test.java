package dev.allmende.central.bucket;

import org.junit.jupiter.api.AfterAll;

/** Holds our object store in memory against what holds of a real one. */
class FakeS3Test extends BucketsContract {

    private static final FakeS3 FAKE = new FakeS3();

    @Override
    S3 open(String user) {
        return FAKE.open(user);
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }
}
