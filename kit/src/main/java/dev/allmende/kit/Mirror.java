package dev.allmende.kit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.Indexer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of all kinds that have to do with each other, kept in memory: whoever refers to another object reads it here
 * and not in the API. One watch for each kind, whoever needs it. What is read may be a moment old: the change that follows
 * wakes those whom it concerns.
 */
public final class Mirror implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final KubernetesClient kubernetes;
    private final String namespace;
    private final Map<Class<?>, SharedIndexInformer<?>> informers = new ConcurrentHashMap<>();
    private final Map<Class<?>, LeanStore<?>> stores = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Runnable>> followers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Uses<?>> uses = new ConcurrentHashMap<>();
    private final Wakes wakes = new Wakes(this);

    /** @param namespace of the controllers: Secrets are kept of this one only */
    public Mirror(KubernetesClient kubernetes, String namespace) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
    }

    /** For what is not mirrored, such as Secrets of tenants. */
    public KubernetesClient kubernetes() {
        return kubernetes;
    }

    /** Namespace of the controllers. */
    public String namespace() {
        return namespace;
    }

    /** @param place namespace of the object, empty for kinds without */
    public <D extends HasMetadata> Optional<D> find(Class<D> kind, String place, String name) {
        return Optional.ofNullable(informer(kind).getIndexer().getByKey(place.isEmpty() ? name : place + "/" + name));
    }

    /** A Secret beside the controllers. */
    public Optional<Secret> secret(String name) {
        return find(Secret.class, namespace, name);
    }

    /** All of a namespace; of all namespaces when it is empty. */
    public <D extends HasMetadata> List<D> list(Class<D> kind, String place) {
        var indexer = informer(kind).getIndexer();
        return place.isEmpty()
                ? indexer.list()
                : at(indexer, Cache.NAMESPACE_INDEX, place).toList();
    }

    /**
     * What an index has under a value. A write takes an object out of the index and puts it back, holding this lock: who reads
     * without it may miss the object (fabric8 7.5.2, CacheImpl).
     */
    static <D extends HasMetadata> Stream<D> at(Indexer<D> indexer, String index, String value) {
        List<String> keys;
        synchronized (indexer) {
            keys = indexer.indexKeys(index, value);
        }
        return keys.stream().map(indexer::getByKey).filter(Objects::nonNull);
    }

    /** Objects that must go before this one may, such as {@code Subnet blue}, in order. */
    public List<String> holders(HasMetadata object) {
        return uses.values().stream()
                .flatMap(each -> users(each, object, true))
                .map(user -> user.getKind() + " " + user.getMetadata().getName())
                .sorted()
                .toList();
    }

    /** Objects of a kind that need this one. */
    <R extends HasMetadata> Stream<R> users(Uses<R> kind, HasMetadata needed, boolean guarding) {
        var indexer = informer(kind.kind()).getIndexer();
        return kind.keysOf(needed, guarding).stream()
                .flatMap(key -> at(indexer, Uses.INDEX, key))
                .distinct()
                .filter(user -> !isSame(user, needed));
    }

    private static boolean isSame(HasMetadata one, HasMetadata other) {
        return one.getClass() == other.getClass()
                && Objects.equals(
                        one.getMetadata().getUid(), other.getMetadata().getUid());
    }

    /** Before {@link #start}. */
    <R extends HasMetadata> void register(Uses<R> kind) {
        uses.put(kind.kind(), kind);
        watch(kind.kind());
        kind.needs().forEach(need -> watch(need.kind()));
    }

    /**
     * For who reads a kind and is no controller of it. Before {@link #start}.
     *
     * @param changed told of every change, after it can be read here; must not block
     */
    public void follow(Class<? extends HasMetadata> kind, Runnable changed) {
        watch(kind);
        followers.computeIfAbsent(kind, absent -> new CopyOnWriteArrayList<>()).add(changed);
    }

    void tell(Class<?> kind) {
        followers.getOrDefault(kind, List.of()).forEach(Runnable::run);
    }

    /** For another watch of a kind that is mirrored: both hold the same objects. */
    @SuppressWarnings("unchecked") // put in by its kind
    <R extends HasMetadata> LeanStore<R> sharedStore(Class<R> kind) {
        return ((LeanStore<R>) Objects.requireNonNull(stores.get(kind))).sibling();
    }

    Iterable<Uses<?>> uses() {
        return uses.values();
    }

    @Nullable
    Uses<?> uses(Class<?> kind) {
        return uses.get(kind);
    }

    Wakes wakes() {
        return wakes;
    }

    /** Reads all of it; afterwards it follows. */
    void start() {
        var starting = informers.values().stream()
                .map(informer -> informer.start().toCompletableFuture())
                .toList();
        for (var each : starting) {
            try {
                each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the objects were read", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the objects cannot be read from the API: " + e.getMessage(), e);
            }
        }
    }

    private void watch(Class<? extends HasMetadata> kind) {
        informers.computeIfAbsent(kind, absent -> informerOf(kind));
    }

    private <D extends HasMetadata> SharedIndexInformer<D> informerOf(Class<D> kind) {
        var objects = kubernetes.resources(kind);
        var informer = kind == Secret.class
                ? objects.inNamespace(namespace).runnableInformer(0)
                : objects.inAnyNamespace().runnableInformer(0);
        var store = new LeanStore<D>();
        stores.put(kind, store);
        informer.itemStore(store);
        informer.addEventHandler(wakes.listener(kind));
        return informer.addIndexers(Map.of(Uses.INDEX, this::keys));
    }

    private List<String> keys(HasMetadata object) {
        var known = uses.get(object.getClass());
        return known == null ? List.of() : known.keys(object);
    }

    @SuppressWarnings("unchecked") // put in by its kind
    private <D extends HasMetadata> SharedIndexInformer<D> informer(Class<D> kind) {
        return (SharedIndexInformer<D>) Objects.requireNonNull(
                informers.get(kind),
                () -> kind.getSimpleName() + " is not mirrored: name it as a Dependency of the controller");
    }

    @Override
    public void close() {
        informers.values().forEach(SharedIndexInformer::stop);
    }
}
