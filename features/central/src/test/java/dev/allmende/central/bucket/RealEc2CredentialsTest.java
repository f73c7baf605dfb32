package dev.allmende.central.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.Site;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.ServiceType;
import dev.allmende.peer.Limits;
import dev.allmende.peer.s3.Buckets;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the OpenStack of the test bed, whose Swift takes the keys; OS_CLIENT_CONFIG_FILE must name its clouds.yaml. */
@Tag("real")
class RealEc2CredentialsTest {

    @Test
    void aPairOpensTheObjectStoreUntilItIsRemoved() {
        try (var cloud = Clouds.open(Site.testbed().own(), ClientOptions.standard("test"))) {
            var credentials = new Ec2Credentials(cloud, new SecureRandom());
            var access = Ec2Credentials.accessKey("test-" + System.nanoTime(), 1);
            var before = credentials.all();
            assertThat(credentials.find(access)).isEmpty();
            var keys = credentials.create(access);
            try {
                assertThat(credentials.find(access)).contains(keys);
                var swift = URI.create(cloud.service(ServiceType.OBJECT_STORE).baseUrl());
                var endpoint = URI.create(swift.getScheme() + "://" + swift.getAuthority());
                var address = new S3Address(endpoint, "RegionOne", true, Optional.empty(), Limits.STANDARD);
                try (var s3 = new S3(address, keys, Clock.systemUTC())) {
                    assertThat(s3.buckets().state("no-such-" + access)).isEqualTo(new Buckets.State.Free());
                }
            } finally {
                credentials.delete(access);
            }
            assertThat(credentials.find(access)).isEmpty();
            assertThat(credentials.all()).containsExactlyInAnyOrderElementsOf(before);
        }
    }
}
