package dev.allmende.status.export;

import dev.allmende.api.SecretReference;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.peer.Limits;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.s3.Keys;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import dev.allmende.status.subscription.PageSecrets;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens the buckets of pages with keys from Secrets, and knows from one time to the next what is in them. Thread-safe. */
final class Stores {

    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, StatusPageSpec.Bucket> former = new ConcurrentHashMap<>();

    /** What a Secret beside the controllers says; empty when it is not there, or not for this namespace. */
    @FunctionalInterface
    interface Secrets {
        Optional<Map<String, String>> find(String namespace, SecretReference reference);
    }

    /** What is done to a bucket. */
    @FunctionalInterface
    interface Work {
        void on(Bucket bucket) throws IOException, InterruptedException;
    }

    private record Known(StatusPageSpec.Bucket said, Map<String, String> digests) {}

    /** Where a copy lies, with whatever keys and trust it is reached: other keys make no other copy. */
    private record Spot(String endpoint, String name, String prefix) {

        static Spot of(StatusPageSpec.Bucket said) {
            var endpoint = said.endpoint().replaceAll("/+$", "");
            return new Spot(endpoint, said.name(), Objects.requireNonNullElse(said.prefix(), ""));
        }
    }

    Stores(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Writes to a page's bucket.
     *
     * @throws PeerException when the store does not do it, or there are no keys for it
     */
    void write(String namespace, StatusPageSpec.Bucket said, Work work) throws IOException, InterruptedException {
        var before = known.get(namespace);
        boolean isSame = before != null && Spot.of(before.said()).equals(Spot.of(said));
        if (before != null && !isSame) {
            former.put(namespace, before.said());
        }
        var now = new Known(said, before != null && isSame ? before.digests() : new HashMap<>());
        known.put(namespace, now);
        with(namespace, now, work);
    }

    /** The bucket that a page had until now, when it is to have another one, or none; as far as this process knows. */
    Optional<StatusPageSpec.Bucket> former(String namespace, StatusPageSpec.@Nullable Bucket now) {
        var last = Optional.ofNullable(known.get(namespace)).map(Known::said);
        return Optional.ofNullable(former.get(namespace))
                .or(() -> last)
                .filter(said -> now == null || !Spot.of(said).equals(Spot.of(now)));
    }

    /** Removes the copy. */
    void clear(String namespace, StatusPageSpec.Bucket said) throws IOException, InterruptedException {
        with(namespace, new Known(said, new HashMap<>()), Bucket::clear);
        known.computeIfPresent(
                namespace, (same, before) -> Spot.of(before.said()).equals(Spot.of(said)) ? null : before);
        former.remove(namespace, said);
    }

    private void with(String namespace, Known bucket, Work work) throws IOException, InterruptedException {
        var said = bucket.said();
        try (var s3 = new S3(address(said), keys(namespace, said.secretRef()), clock)) {
            var prefix = Objects.requireNonNullElse(said.prefix(), "");
            work.on(new Bucket(s3.objects(said.name()), prefix, bucket.digests()));
        }
    }

    private static S3Address address(StatusPageSpec.Bucket said) {
        return new S3Address(
                URI.create(said.endpoint()),
                Objects.requireNonNullElse(said.region(), "us-east-1"),
                Objects.requireNonNullElse(said.pathStyle(), true),
                Optional.ofNullable(said.caBundle()),
                Limits.STANDARD);
    }

    private Keys keys(String namespace, SecretReference reference) {
        var found = secrets.find(namespace, reference)
                .orElseThrow(() -> noKeys("Secret %s is not beside the controllers, or lacks the annotation %s: %s"
                        .formatted(reference.name(), PageSecrets.FOR, namespace)));
        return new Keys(key(found, reference, "accessKey"), key(found, reference, "secretKey"));
    }

    private static String key(Map<String, String> found, SecretReference reference, String key) {
        return Optional.ofNullable(found.get(key))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> noKeys("Secret %s has no key %s".formatted(reference.name(), key)));
    }

    private static PeerException noKeys(String message) {
        return new PeerException(PeerException.Kind.UNAUTHORIZED, 0, message);
    }
}
