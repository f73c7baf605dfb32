package dev.allmende.central.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.Site;
import dev.allmende.central.bucket.Containers;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.ServiceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RemainsTest {

    private static final Site SITE = Site.madeUp();

    @AfterAll
    static void close() {
        SITE.devcloud().ifPresent(DevCloud::close);
    }

    @Test
    void bucketsAreCountedToo() {
        try (var cloud = Clouds.open(SITE.own(), ClientOptions.standard("test"))) {
            var containers = new Containers(cloud.service(ServiceType.OBJECT_STORE));
            assertThat(new Remains(cloud).found()).noneMatch(what -> what.contains("bucket"));
            containers.create("one", "nobody");
            assertThat(new Remains(cloud).found()).contains("1 bucket");
            containers.create("two", "nobody");
            assertThat(new Remains(cloud).found()).contains("2 buckets");
        }
    }
}
