package dev.allmende.central.objectbucket;

import dev.allmende.central.bucket.RealS3;
import dev.allmende.peer.s3.S3;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same in Ceph's gateway, which has users of its own here: the provider names the tenant's keys. */
@Tag("real")
class ObjectBucketOnCephTest extends ObjectBucketBehaviour {

    @Override
    void settle() {
        ground.secret("ceph", Map.of("accessKey", "archive", "secretKey", "archive-secret"));
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"endpoint\":\"%s\",\"credential\":{\"name\":\"ceph\"}}}}"
                .formatted(RealS3.uri()));
    }

    @Override
    S3 open(boolean isStranger) {
        return RealS3.open(isStranger ? "producer1" : "archive");
    }
}
