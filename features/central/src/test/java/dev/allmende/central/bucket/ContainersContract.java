package dev.allmende.central.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.peer.s3.S3Address;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of a real Swift and of the made-up cloud's alike. */
abstract class ContainersContract {

    private final Cloud cloud = open();
    private final Service swift = cloud.service(ServiceType.OBJECT_STORE);
    private final Containers containers = new Containers(swift);
    private final String name = "allmende-test-" + Long.toHexString(System.nanoTime());

    abstract Cloud open();

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
    void allAreNamed() {
        containers.create(name + "-2", "uid-1");
        try {
            assertThat(containers.names()).doesNotHaveDuplicates().contains(name, name + "-2");
        } finally {
            containers.delete(name + "-2");
        }
        assertThat(containers.names()).contains(name).doesNotContain(name + "-2");
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
        assertThat(containers.isEmpty(name)).isFalse();
        assertThat(containers.purgeStep(name)).isEqualTo(2);
        assertThat(containers.isEmpty(name)).isTrue();
        assertThat(containers.purgeStep(name)).isZero();
        containers.delete(name);
        assertThat(containers.find(name)).isEmpty();
        containers.delete(name);
    }

    @Test
    void oldVersionsArePurgedToo() {
        containers.setVersioned(name, true);
        assertThat(containers.find(name).map(Containers.Container::versioned)).contains(true);
        put("a");
        put("a");
        while (containers.purgeStep(name) > 0) {}
        assertThat(containers.isEmpty(name)).isTrue();
        containers.setVersioned(name, false);
        assertThat(containers.find(name).map(Containers.Container::versioned)).contains(false);
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
