package dev.allmende.central.bucket;

import dev.allmende.central.Site;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import org.junit.jupiter.api.AfterAll;

class MadeUpContainersTest extends ContainersContract {

    private static final Site SITE = Site.madeUp();

    @Override
    Cloud open() {
        return Clouds.open(SITE.own(), ClientOptions.standard("test"));
    }

    @AfterAll
    static void close() {
        SITE.devcloud().orElseThrow().close();
    }
}
