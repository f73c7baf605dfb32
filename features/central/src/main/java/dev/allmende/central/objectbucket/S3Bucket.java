package dev.allmende.central.objectbucket;

import dev.allmende.api.objectstorage.ObjectBucketSeen;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Claim;
import dev.allmende.openstack.Json;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.s3.Buckets;
import dev.allmende.peer.s3.Expiry;
import dev.allmende.peer.s3.Versioning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bucket by S3. It is marked by a tag, which S3 does not take with the create: so the object says first that it is about
 * to take a name that is free, and a bucket of ours without a mark is the object's own then.
 *
 * @param isLeaving whether the object is being deleted: then another account's bucket is no matter
 * @param parting lets go of the keys
 */
record S3Bucket(Wish wish, Buckets buckets, String endpoint, boolean isLeaving, Runnable parting)
        implements Claim<Bucket, ObjectBucketSeen> {

    @Override
    public String what() {
        return wish.what();
    }

    @Override
    public Optional<Bucket> find(String name) {
        return switch (buckets.state(name)) {
            case Buckets.State.Mine mine ->
                Optional.of(new Bucket(
                        name, Optional.ofNullable(buckets.tags(name).get(Buckets.OWNER)), buckets.usage(name)));
            case Buckets.State.Free free -> Optional.empty();
            case Buckets.State.Taken taken -> Optional.empty();
        };
    }

    @Override
    public Optional<Bucket> named() {
        if (!isLeaving && buckets.state(wish.name()) instanceof Buckets.State.Taken) {
            throw new PeerException(
                    PeerException.Kind.CONFLICT,
                    0,
                    "%s belongs to another account of the store: take another name, or generateName".formatted(what()));
        }
        return find(wish.name());
    }

    @Override
    public Optional<ObjectBucketSeen> announcement() {
        return wish.isAnnounced() ? Optional.empty() : Optional.of(ObjectBucketSeen.wanted(wish.name(), endpoint));
    }

    @Override
    public String id(Bucket bucket) {
        return bucket.name();
    }

    @Override
    public Optional<String> owner(Bucket bucket) {
        return bucket.owner().or(() -> wish.isAnnounced() ? Optional.of(wish.owner()) : Optional.empty());
    }

    @Override
    public String create(String owner) {
        buckets.create(wish.name());
        return wish.name();
    }

    @Override
    public void adopt(Bucket bucket, String owner) {
        var tags = new LinkedHashMap<>(buckets.tags(bucket.name()));
        tags.put(Buckets.OWNER, owner);
        buckets.setTags(bucket.name(), tags);
    }

    @Override
    public List<Change> lacks(Bucket bucket) {
        var lacks = new ArrayList<Change>();
        if (bucket.owner().isEmpty()) {
            lacks.add(Change.of("tags", wish.owner(), "none", () -> adopt(bucket, wish.owner())));
        }
        versioning(bucket.name()).ifPresent(lacks::add);
        lifecycle(bucket.name()).ifPresent(lacks::add);
        policy(bucket.name()).ifPresent(lacks::add);
        return lacks;
    }

    private Optional<Change> versioning(String name) {
        var wanted = wish.spec().versioning();
        if (wanted == null) {
            return Optional.empty();
        }
        var have = buckets.versioning(name);
        var next = wanted ? Versioning.ENABLED : Versioning.SUSPENDED;
        return wanted == (have == Versioning.ENABLED)
                ? Optional.empty()
                : Optional.of(Change.of(
                        "versioning",
                        wanted.toString(),
                        String.valueOf(!wanted),
                        () -> buckets.setVersioning(name, next)));
    }

    private Optional<Change> lifecycle(String name) {
        var rules = wish.spec().lifecycle();
        if (rules == null) {
            return Optional.empty();
        }
        var wanted = rules.stream()
                .map(rule -> new Expiry(Objects.requireNonNullElse(rule.prefix(), ""), rule.expireDays()))
                .collect(Collectors.toSet());
        var have = buckets.lifecycle(name);
        return have.equals(wanted)
                ? Optional.empty()
                : Optional.of(
                        Change.of("lifecycle", told(wanted), told(have), () -> buckets.setLifecycle(name, wanted)));
    }

    private static String told(Set<Expiry> rules) {
        return rules.stream()
                .map(rule -> "'%s' %d d".formatted(rule.prefix(), rule.days()))
                .sorted()
                .limit(5)
                .collect(Collectors.joining(", ", "[", rules.size() > 5 ? ", ...]" : "]"));
    }

    private Optional<Change> policy(String name) {
        var said = wish.spec().policy();
        if (said == null) {
            return Optional.empty();
        }
        var have = buckets.policy(name).flatMap(text -> Json.tree(text.getBytes(StandardCharsets.UTF_8)));
        if (said.isBlank()) {
            return have.map(some -> Change.of("policy", "none", "one", () -> buckets.removePolicy(name)));
        }
        var wanted = Json.tree(said.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new PeerException(
                        PeerException.Kind.INVALID, 0, "spec.policy is no JSON: mend it, or leave it out"));
        return have.filter(wanted::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Change.of(
                        "policy",
                        "that of the spec",
                        have.isEmpty() ? "none" : "another",
                        () -> buckets.setPolicy(name, wanted.toString())));
    }

    @Override
    public ObjectBucketSeen seen(Bucket bucket) {
        return new ObjectBucketSeen(
                bucket.name(),
                endpoint,
                bucket.usage().map(usage -> usage.objects()).orElse(null),
                bucket.usage().map(usage -> usage.bytes()).orElse(null));
    }

    @Override
    public List<Change> undo(Bucket bucket) {
        var purge = buckets.purge(bucket.name());
        return wish.isToBePurged() && !purge.isDone()
                ? List.of(Change.of("content", "none", "some", purge::step))
                : List.of();
    }

    @Override
    public void delete(Bucket bucket) {
        buckets.delete(bucket.name());
    }

    @Override
    public void leave() {
        parting.run();
    }
}
