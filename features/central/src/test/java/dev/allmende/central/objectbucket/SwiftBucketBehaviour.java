package dev.allmende.central.objectbucket;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.central.bucket.Containers;
import dev.allmende.central.bucket.Containers.Quota;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How buckets behave that are looked after by Swift. */
abstract class SwiftBucketBehaviour extends Grounded {

    private Service swift;
    private Containers containers;

    @BeforeAll
    void start() {
        swift = ground.cloud().service(ServiceType.OBJECT_STORE);
        containers = new Containers(swift);
    }

    @Test
    void aContainerIsMadeFilledAndPurged() {
        var name = ground.system() + "-box";
        ground.create(ground.object("objectstorage", "ObjectBucket", "box", spec -> {
            spec.put("name", name);
            spec.put("api", "Swift");
            spec.put("deletionPolicy", "Delete");
            spec.put("versioning", true);
            spec.put("quota", Map.of("objects", 10));
        }));
        var made = ground.await(ObjectBucket.class, "box", Ground::isReady);
        assertThat(id(made)).isEqualTo(name);
        assertThat(observed(made).endpoint()).isEqualTo(swift.baseUrl());
        var container = containers.find(name).orElseThrow();
        assertThat(container.owner()).contains(made.getMetadata().getUid());
        assertThat(container.versioned()).isTrue();
        assertThat(container.quota()).isEqualTo(new Quota(Optional.empty(), Optional.of(10L)));

        ground.forgetStatus(ObjectBucket.class, "box");
        ground.await(ObjectBucket.class, "box", Ground::isReady);
        ground.patch(ObjectBucket.class, "box", "{\"spec\":{\"versioning\":false,\"quota\":{\"objects\":null}}}");
        ground.settled(ObjectBucket.class, "box", 2);
        assertThat(containers.find(name).orElseThrow().versioned()).isFalse();
        assertThat(containers.find(name).orElseThrow().quota()).isEqualTo(Quota.NONE);

        swift.send(new Call("PUT", "/" + name + "/a", Map.of(), Map.of(), "vier".getBytes(StandardCharsets.UTF_8)));
        ground.delete(ObjectBucket.class, "box");
        var full = ground.await(ObjectBucket.class, "box", seen -> reason(seen).equals("Conflict"));
        assertThat(ready(full).message()).contains("purge: true");
        ground.patch(ObjectBucket.class, "box", "{\"spec\":{\"purge\":true}}");
        ground.awaitGone(ObjectBucket.class, "box");
        assertThat(containers.find(name)).isEmpty();
    }

    @Test
    void aContainerThatIsThereIsLookedAtAndTakenOver() {
        var name = ground.system() + "-old";
        containers.create(name, "");
        ground.create(ground.object("objectstorage", "ObjectBucket", "seen", spec -> {
            spec.put("api", "Swift");
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("id", name));
        }));
        ground.await(ObjectBucket.class, "seen", Ground::isReady);
        assertThat(containers.find(name).orElseThrow().owner()).isEmpty();

        ground.create(ground.object("objectstorage", "ObjectBucket", "own", spec -> {
            spec.put("api", "Swift");
            spec.put("import", Map.of("id", name));
            spec.put("deletionPolicy", "Delete");
        }));
        var own = ground.await(ObjectBucket.class, "own", Ground::isReady);
        assertThat(containers.find(name).orElseThrow().owner())
                .contains(own.getMetadata().getUid());
        ground.delete(ObjectBucket.class, "own");
        ground.awaitGone(ObjectBucket.class, "own");
        assertThat(containers.find(name)).isEmpty();
    }
}
