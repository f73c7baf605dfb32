package dev.allmende.central.bucket;

import dev.allmende.central.Site;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import org.junit.jupiter.api.Tag;

/** Against the test bed's Swift. */
@Tag("real")
class RealContainersTest extends ContainersContract {

    @Override
    Cloud open() {
        return Clouds.open(Site.testbed().own(), ClientOptions.standard("test"));
    }
}
