package dev.allmende.apiserver.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Change;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.ObjectStore.Compacted;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import dev.allmende.apiserver.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Proves that a durable write goes through and that a watch tells of it. The proof holds for a few seconds. */
public final class StoreCheck implements HealthCheck {

    private static final ObjectKey LEASE =
            new ObjectKey(new GroupResource("coordination.k8s.io", "leases"), "kube-system", "allmende-health");
    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectStore store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private long provedAt;
    private boolean proved;

    public StoreCheck(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "store-write-and-watch";
    }

    @Override
    public boolean isVital() {
        return true;
    }

    @Override
    public Optional<String> problem() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (proved && System.nanoTime() - provedAt < HOLDS.toNanos()) {
                return Optional.empty();
            }
            var problem = prove();
            proved = problem.isEmpty();
            provedAt = System.nanoTime();
            return problem;
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> prove() throws InterruptedException {
        try (var watch = store.watch(LEASE.resource(), store.resourceVersion())) {
            long written = write();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (var event : watch.next(Duration.ofMillis(200))) {
                    if (event.entry().resourceVersion() == written) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of("a write was not seen by a watch within " + PATIENCE.toSeconds() + " s");
        } catch (StoreUnavailable | WriteRefused | Compacted e) {
            return Optional.of("a write failed: " + e.getMessage());
        }
    }

    private long write() {
        var old = store.get(LEASE).orElse(null);
        long expected = old == null ? Change.ABSENT : old.resourceVersion();
        var lease = lease(old == null ? null : Json.readObject(old.json()));
        return store.write(new Change.Put(LEASE, expected, version -> at(lease, version), List.of()))
                .resourceVersion();
    }

    private ObjectNode lease(@Nullable ObjectNode old) {
        var now = clock.instant();
        var lease = Json.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
        var metadata = lease.putObject("metadata").put("name", LEASE.name()).put("namespace", LEASE.namespace());
        if (old == null) {
            metadata.put(
                            "uid",
                            UUID.nameUUIDFromBytes(now.toString().getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .put(
                            "creationTimestamp",
                            now.truncatedTo(ChronoUnit.SECONDS).toString());
        } else {
            metadata.setAll((ObjectNode) old.path("metadata"));
        }
        var time = now.truncatedTo(ChronoUnit.MICROS).toString();
        lease.putObject("spec").put("holderIdentity", "allmende").put("renewTime", time);
        return lease;
    }

    private static byte[] at(ObjectNode lease, long version) {
        lease.withObject("/metadata").put("resourceVersion", Long.toString(version));
        return Json.write(lease);
    }
}
