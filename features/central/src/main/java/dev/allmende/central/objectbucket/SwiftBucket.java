package dev.allmende.central.objectbucket;

import dev.allmende.api.objectstorage.ObjectBucketSeen;
import dev.allmende.central.bucket.Containers;
import dev.allmende.central.bucket.Containers.Container;
import dev.allmende.central.bucket.Containers.Quota;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bucket by Swift, marked from its create on; it is the project's, whose login is all that is needed. */
record SwiftBucket(Wish wish, Containers containers, String endpoint) implements Claim<Bucket, ObjectBucketSeen> {

    @Override
    public String what() {
        return wish.what();
    }

    @Override
    public Optional<Bucket> find(String name) {
        return containers
                .find(name)
                .map(container -> new Bucket(name, container.owner(), Optional.of(container.usage())));
    }

    @Override
    public Optional<Bucket> named() {
        return find(wish.name());
    }

    @Override
    public String id(Bucket bucket) {
        return bucket.name();
    }

    @Override
    public Optional<String> owner(Bucket bucket) {
        return bucket.owner();
    }

    @Override
    public String create(String owner) {
        containers.create(wish.name(), owner);
        return wish.name();
    }

    @Override
    public void adopt(Bucket bucket, String owner) {
        containers.adopt(bucket.name(), owner);
    }

    @Override
    public List<Change> lacks(Bucket bucket) {
        var name = bucket.name();
        var versioning = wish.spec().versioning();
        var quota = wish.spec().quota();
        var lacks = new ArrayList<Change>();
        var container = versioning == null && quota == null ? Optional.<Container>empty() : containers.find(name);
        container.ifPresent(have -> {
            if (versioning != null && versioning != have.versioned()) {
                lacks.add(Change.of(
                        "versioning",
                        versioning.toString(),
                        String.valueOf(have.versioned()),
                        () -> containers.setVersioned(name, versioning)));
            }
            if (quota != null) {
                var wanted = new Quota(Optional.ofNullable(quota.bytes()), Optional.ofNullable(quota.objects()));
                if (!wanted.equals(have.quota())) {
                    lacks.add(Change.of(
                            "quota", told(wanted), told(have.quota()), () -> containers.setQuota(name, wanted)));
                }
            }
        });
        return lacks;
    }

    private static String told(Quota quota) {
        return "%s bytes, %s objects"
                .formatted(
                        quota.bytes().map(String::valueOf).orElse("any"),
                        quota.objects().map(String::valueOf).orElse("any"));
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
        var name = bucket.name();
        return wish.isToBePurged() && !containers.isEmpty(name)
                ? List.of(Change.of("content", "none", "some", () -> containers.purgeStep(name)))
                : List.of();
    }

    @Override
    public void delete(Bucket bucket) {
        containers.delete(bucket.name());
    }
}
