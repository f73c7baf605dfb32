package dev.allmende.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.impl.cache.CacheImpl;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MirrorTest {

    private static final int READS = 200_000;

    @Test
    void anObjectThatIsWrittenAgainAndAgainIsInItsIndexAllTheTime() throws InterruptedException {
        var cache = new CacheImpl<ConfigMap>();
        cache.put(version(0));
        var isOver = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> {
            for (int i = 1; !isOver.get(); i++) {
                cache.put(version(i));
            }
        });
        int missed = 0;
        for (int i = 0; i < READS; i++) {
            missed += Mirror.at(cache, Cache.NAMESPACE_INDEX, "status").count() == 1 ? 0 : 1;
        }
        isOver.set(true);
        writer.join();
        assertThat(missed).isZero();
    }

    private static ConfigMap version(int version) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("page")
                .withNamespace("status")
                .withResourceVersion(Integer.toString(version))
                .endMetadata()
                .build();
    }
}
