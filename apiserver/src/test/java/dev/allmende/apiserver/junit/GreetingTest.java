package dev.allmende.apiserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class GreetingTest {
    @Test
    void keepsAGreeting(KubernetesClient kubernetes) {
        var maps = kubernetes.configMaps().inNamespace("default");
        maps.load(GreetingTest.class.getResource("greeting.yaml")).create();
        assertThat(maps.withName("greeting").get().getData()).containsEntry("hello", "world");
    }
}
