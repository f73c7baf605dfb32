package dev.allmende.central.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.Site;
import dev.allmende.central.bucket.Containers;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.ServiceType;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImportingTest {

    private static final Site SITE = Site.madeUp();

    private final Cloud cloud = Clouds.open(SITE.own(), ClientOptions.standard("test"));

    @AfterAll
    static void close() {
        SITE.devcloud().ifPresent(DevCloud::close);
    }

    @Test
    void bucketsOfTheProjectAreBroughtInByTheirNames() {
        new Containers(cloud.service(ServiceType.OBJECT_STORE)).create("Their.Photos", "nobody");

        assertThat(new Importing(cloud, "demo").missing(Map.of()))
                .filteredOn(object -> object.getKind().equals("ObjectBucket"))
                .singleElement()
                .satisfies(object -> {
                    assertThat(object.getMetadata().getName()).isEqualTo("their.photos");
                    assertThat(object.<Map<String, Object>>get("spec"))
                            .isEqualTo(Map.of(
                                    "managementPolicy",
                                    "Observe",
                                    "api",
                                    "Swift",
                                    "import",
                                    Map.of("id", "Their.Photos")));
                });
    }
}
