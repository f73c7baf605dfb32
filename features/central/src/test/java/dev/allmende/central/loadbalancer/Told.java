package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.LoadBalancer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that a user who watches a load balancer is told by its conditions. */
final class Told implements Watcher<LoadBalancer>, AutoCloseable {

    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Watch watch;

    Told(KubernetesClient kubernetes, String namespace, String name) {
        watch = kubernetes
                .resources(LoadBalancer.class)
                .inNamespace(namespace)
                .withName(name)
                .watch(this);
    }

    @Override
    public void eventReceived(Action action, LoadBalancer balancer) {
        balancer.getStatus().conditions().forEach(condition -> {
            reasons.add(condition.reason());
            messages.add(condition.message());
        });
    }

    @Override
    public void onClose(WatcherException cause) {
        messages.add("the watch ended: " + cause.getMessage());
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        watch.close();
    }
}
