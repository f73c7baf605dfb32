package dev.allmende.central.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfigs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the test bed's Swift; OS_CLIENT_CONFIG_FILE must name its clouds.yaml. */
@Tag("real")
class RealContainersTest {

    private final Cloud cloud = open();
    private final Service swift = cloud.service(ServiceType.OBJECT_STORE);
    private final Containers containers = new Containers(swift);
    private final String name = "allmende-test-" + Long.toHexString(System.nanoTime());

    private static Cloud open() {
        var file = System.getenv("OS_CLIENT_CONFIG_FILE");
        if (file == null) {
            throw new IllegalStateException("set OS_CLIENT_CONFIG_FILE to the clouds.yaml of the test bed");
        }
        var configs = CloudConfigs.read(
                Map.of("OS_CLIENT_CONFIG_FILE", file), Path.of(System.getProperty("user.home")), Path.of(""));
        return Clouds.open(configs.get("testbed"), ClientOptions.standard("test"));
    }

    @BeforeEach
    void makes() {
        assertThat(containers.find(name)).isEmpty();
        containers.create(name, "uid-1");
    }

    @AfterEach
    void removes() {
        while (containers.find(name).isPresent() && containers.purgeStep(name) > 0) {}
        containers.delete(name);
        cloud.close();
    }

    @Test
    void aContainerIsMarkedFromItsFirstMoment() {
        assertThat(containers.find(name).flatMap(Containers.Container::owner)).contains("uid-1");
        containers.adopt(name, "uid-2");
        assertThat(containers.find(name).flatMap(Containers.Container::owner)).contains("uid-2");
    }

    @Test
    void quotasAreSetAndTakenAway() {
        var quota = new Containers.Quota(Optional.of(1000L), Optional.of(2L));
        containers.setQuota(name, quota);
        assertThat(containers.find(name).map(Containers.Container::quota)).contains(quota);
        assertThat(containers.find(name).flatMap(Containers.Container::owner)).contains("uid-1");
        containers.setQuota(name, Containers.Quota.NONE);
        assertThat(containers.find(name).map(Containers.Container::quota)).contains(Containers.Quota.NONE);
    }

    @Test
    void readersComeAndGo() {
        containers.setReaders(name, ".r:*");
        assertThat(containers.find(name).flatMap(Containers.Container::readers)).contains(".r:*");
        containers.setReaders(name, "");
        assertThat(containers.find(name).flatMap(Containers.Container::readers)).isEmpty();
    }

    @Test
    void aContainerWithThingsInItStaysUntilItIsPurged() {
        put("über & unter");
        put("b/c");
        assertThatThrownBy(() -> containers.delete(name))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("purge: true");
        assertThat(containers.purgeStep(name)).isEqualTo(2);
        assertThat(containers.purgeStep(name)).isZero();
        containers.delete(name);
        assertThat(containers.find(name)).isEmpty();
        containers.delete(name);
    }

    private void put(String key) {
        swift.send(new Call(
                "PUT",
                "/" + name + "/" + S3Address.encoded(key),
                Map.of(),
                Map.of(),
                "inhalt".getBytes(StandardCharsets.UTF_8)));
    }
}
