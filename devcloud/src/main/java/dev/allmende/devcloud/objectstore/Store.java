package dev.allmende.devcloud.objectstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All buckets, which Swift calls containers. Their names are shared by all projects, as in Ceph's gateway. */
public final class Store {
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private int number;

    /** One object, or the mark of its deletion. */
    record Version(String key, String id, boolean deleted, byte[] bytes) {}

    /** What is in a bucket, and what it says of itself. */
    static final class Bucket {
        final String name;
        final String project;
        final Instant since;

        /** Bodies of S3's sub-resources by their names: tagging, versioning, lifecycle, policy. */
        final Map<String, byte[]> parts = new TreeMap<>();

        /** Swift's headers, in lower case. */
        final Map<String, String> headers = new TreeMap<>();

        final List<Version> versions = new ArrayList<>();

        /** Keys of uploads that were begun, by the upload's id. */
        final Map<String, String> uploads = new TreeMap<>();

        boolean versioned;

        private Bucket(String name, String project, Instant since) {
            this.name = name;
            this.project = project;
            this.since = since;
        }

        /** The newest of each key that was not deleted, in order. */
        List<Version> objects() {
            Map<String, Version> newest = new TreeMap<>();
            versions.forEach(each -> newest.put(each.key(), each));
            return newest.values().stream().filter(each -> !each.deleted()).toList();
        }

        Optional<Version> object(String key) {
            return objects().stream().filter(each -> each.key().equals(key)).findFirst();
        }

        long bytes() {
            return versions.stream().mapToLong(each -> each.bytes().length).sum();
        }
    }

    Optional<Bucket> find(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    List<Bucket> of(String project) {
        return buckets.values().stream()
                .filter(bucket -> bucket.project.equals(project))
                .toList();
    }

    Bucket make(String name, String project, Instant now) {
        return buckets.computeIfAbsent(name, absent -> new Bucket(absent, project, now));
    }

    void remove(Bucket bucket) {
        buckets.remove(bucket.name);
    }

    void put(Bucket bucket, String key, byte[] bytes) {
        add(bucket, key, false, bytes);
    }

    /** Of a bucket with versions the old ones stay, below a mark. */
    void delete(Bucket bucket, String key) {
        if (bucket.versioned) {
            add(bucket, key, true, new byte[0]);
        } else {
            bucket.versions.removeIf(each -> each.key().equals(key));
        }
    }

    void delete(Bucket bucket, String key, String version) {
        bucket.versions.removeIf(each -> each.key().equals(key) && each.id().equals(version));
    }

    String begin(Bucket bucket, String key) {
        String id = "u" + ++number;
        bucket.uploads.put(id, key);
        return id;
    }

    private void add(Bucket bucket, String key, boolean deleted, byte[] bytes) {
        if (!bucket.versioned) {
            bucket.versions.removeIf(each -> each.key().equals(key));
        }
        bucket.versions.add(new Version(key, bucket.versioned ? "v" + ++number : "null", deleted, bytes));
    }
}
