package dev.allmende.status.probe;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Kubernetes API whether it lives and is ready, then writes a Lease and waits until a watch shows it: an API whose
 * etcd has lost its leader still answers reads from its cache, and only a write tells. The watch stays open from round to
 * round; when it ended in between, that is told as slowness.
 */
final class KubernetesQuestion implements Question, AutoCloseable {

    private static final String SEEN = "status.allmende.dev/probe-round";

    private final KubernetesClient kubernetes;
    private final boolean shared;
    private final String namespace;
    private final String name;
    private final InstantSource clock;
    private @Nullable Follower follower;
    private long round;

    /**
     * @param shared whether others use the client too: then it stays open
     * @param namespace where the Lease is
     * @param name of the Lease
     */
    KubernetesQuestion(
            KubernetesClient kubernetes, boolean shared, String namespace, String name, InstantSource clock) {
        this.kubernetes = kubernetes;
        this.shared = shared;
        this.namespace = namespace;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> ask(Watch watch) throws Trouble, InterruptedException {
        try {
            health("/livez", watch);
            health("/readyz", watch);
            var mark = clock.instant() + "/" + ++round;
            boolean survived = follower == null || !follower.ended;
            var following = following(mark);
            write(mark);
            watch.passed("write");
            following.seen.get();
            watch.passed("watch");
            return survived ? Optional.empty() : Optional.of("the watch ended before its time");
        } catch (ExecutionException ended) {
            throw new Trouble(Failing.UNHEALTHY, "the watch ended: " + ended.getCause());
        } catch (KubernetesClientException refused) {
            throw trouble(refused);
        }
    }

    private void health(String path, Watch watch) throws Trouble {
        try {
            kubernetes.raw(path);
        } catch (KubernetesClientException refused) {
            throw refused.getCode() >= 500
                    ? new Trouble(Failing.UNHEALTHY, path + " answered " + refused.getCode())
                    : trouble(refused);
        }
        watch.passed(path.substring(1));
    }

    private Follower following(String mark) {
        if (follower == null || follower.ended) {
            unfollow();
            write(mark + "/begin"); // a watch of a name begins with what is there
            var fresh = new Follower();
            fresh.watch = kubernetes
                    .resources(Lease.class)
                    .inNamespace(namespace)
                    .withName(name)
                    .watch(fresh);
            follower = fresh;
        }
        follower.await(mark);
        return follower;
    }

    private void write(String mark) {
        var lease = new LeaseBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToAnnotations(SEEN, mark)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity("allmende-probe")
                .endSpec()
                .build();
        kubernetes.resource(lease).createOr(there -> there.update());
    }

    private static Trouble trouble(KubernetesClientException refused) {
        int code = refused.getCode();
        var said = String.valueOf(refused.getMessage());
        if (code == 401 || code == 403) {
            return new Trouble(Failing.OURS, said);
        }
        return new Trouble(code == 0 ? Failing.CONNECT : Failing.ofStatus(code), said);
    }

    @Override
    public synchronized void close() {
        unfollow();
        if (!shared) {
            kubernetes.close();
        }
    }

    private void unfollow() {
        var open = follower == null ? null : follower.watch;
        if (open != null) {
            open.close();
        }
        follower = null;
    }

    /** Waits for a mark. */
    private static final class Follower implements Watcher<Lease> {
        private volatile boolean ended;
        private volatile String wanted = "";
        private volatile CompletableFuture<Boolean> seen = new CompletableFuture<>();
        private io.fabric8.kubernetes.client.@Nullable Watch watch;

        void await(String mark) {
            seen = new CompletableFuture<>();
            wanted = mark;
        }

        @Override
        public void eventReceived(Action action, Lease lease) {
            var annotations = lease.getMetadata().getAnnotations();
            if (annotations != null && Objects.equals(annotations.get(SEEN), wanted)) {
                seen.complete(true);
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            ended = true;
            seen.completeExceptionally(cause);
        }

        @Override
        public void onClose() {
            ended = true;
        }

        @Override
        public boolean reconnecting() {
            return false;
        }
    }
}
