package dev.allmende.central.bucket;

import dev.allmende.central.peer.FakePeer;
import dev.allmende.central.peer.FakePeer.Said;
import dev.allmende.central.peer.FakePeer.Seen;
import dev.allmende.openstack.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * S3 in memory, as far as a bucket's life needs it; its manners were read off Ceph's gateway. Checks signatures. Users are
 * those of the test bed: archive, producer1, producer2.
 */
public final class FakeS3 implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final FakePeer peer = new FakePeer(this::answer);
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<String, Secret> users = new TreeMap<>();
    private int version;

    public FakeS3() {
        for (var user : List.of("archive", "producer1", "producer2")) {
            users.put(user, new Secret(user + "-secret"));
        }
    }

    /** One object, or the mark of its deletion. */
    private record Version(String key, String id, boolean deleted, long bytes) {}

    private static final class Bucket {
        private final String owner;
        private final Instant since;
        /** Bodies of sub-resources by their names: tagging, versioning, lifecycle, policy. */
        private final Map<String, byte[]> parts = new TreeMap<>();

        private final List<Version> versions = new ArrayList<>();
        private final Map<String, String> uploads = new TreeMap<>();

        private Bucket(String owner, Instant since) {
            this.owner = owner;
            this.since = since;
        }
    }

    public FakePeer peer() {
        return peer;
    }

    public synchronized List<String> names() {
        return List.copyOf(buckets.keySet());
    }

    /** Somebody else's hand: changes what a bucket says of itself. */
    public synchronized void meddle(String bucket, String part, String body) {
        bucket(bucket).parts.put(part, body.getBytes(StandardCharsets.UTF_8));
    }

    public S3 open(String user) {
        return new S3(S3Address.of(peer.uri()), new Keys(user, new Secret(user + "-secret")), Clock.systemUTC());
    }

    @Override
    public void close() {
        peer.close();
    }

    private synchronized Said answer(Seen seen) {
        var target = URI.create(seen.target());
        var user = user(seen, target);
        if (user.isEmpty()) {
            return refused(403, "SignatureDoesNotMatch");
        }
        var path = target.getRawPath().substring(1).split("/", 2);
        var query = Optional.ofNullable(target.getRawQuery()).orElse("");
        var name = path[0];
        if (name.isEmpty()) {
            return list(user.get());
        }
        var bucket = Optional.ofNullable(buckets.get(name));
        if (path.length > 1 && !path[1].isEmpty()) {
            var key = URLDecoder.decode(path[1].replace("+", "%2B"), StandardCharsets.UTF_8);
            return object(seen, bucket(name), key, query);
        }
        if (seen.method().equals("PUT") && query.isEmpty()) {
            return create(name, user.get(), bucket);
        }
        if (bucket.isEmpty()) {
            return refused(404, "NoSuchBucket");
        }
        if (!bucket.get().owner.equals(user.get()) && !bucket.get().parts.containsKey("policy")) {
            return refused(403, "AccessDenied");
        }
        return inside(seen, name, bucket.get(), query);
    }

    private Said inside(Seen seen, String name, Bucket bucket, String query) {
        var what = query.replaceAll(".*&", "").replaceAll("=.*", "");
        return switch (what) {
            case "" -> whole(seen.method(), name, bucket);
            case "versions" -> versions(bucket);
            case "uploads" -> uploads(bucket);
            case "delete" -> purge(bucket, seen.body());
            default -> part(seen, bucket, what);
        };
    }

    private Said part(Seen seen, Bucket bucket, String what) {
        return switch (seen.method()) {
            case "PUT" -> {
                bucket.parts.put(what, seen.body());
                yield ok("");
            }
            case "DELETE" -> {
                bucket.parts.remove(what);
                yield Said.of(204, "");
            }
            default -> {
                var body = bucket.parts.get(what);
                if (body != null) {
                    yield new Said(200, Map.of(), body);
                }
                yield switch (what) {
                    case "versioning" -> ok("<VersioningConfiguration/>");
                    case "tagging" -> refused(404, "NoSuchTagSet");
                    case "lifecycle" -> refused(404, "NoSuchLifecycleConfiguration");
                    default -> refused(404, "NoSuchBucketPolicy");
                };
            }
        };
    }

    private Said whole(String method, String name, Bucket bucket) {
        if (method.equals("DELETE")) {
            if (!bucket.versions.isEmpty()) {
                return refused(409, "BucketNotEmpty");
            }
            buckets.remove(name);
            return Said.of(204, "");
        }
        var bytes = bucket.versions.stream().mapToLong(Version::bytes).sum();
        return new Said(
                200,
                Map.of(
                        "X-RGW-Object-Count", String.valueOf(bucket.versions.size()),
                        "X-RGW-Bytes-Used", String.valueOf(bytes)),
                new byte[0]);
    }

    private Said create(String name, String user, Optional<Bucket> there) {
        if (!name.matches("[a-z0-9][a-z0-9-]{2,62}")) {
            return refused(400, "InvalidBucketName");
        }
        if (there.filter(bucket -> !bucket.owner.equals(user)).isPresent()) {
            return refused(409, "BucketAlreadyExists");
        }
        buckets.putIfAbsent(name, new Bucket(user, Instant.now()));
        return ok("");
    }

    private Said list(String user) {
        var mine = new StringBuilder();
        buckets.forEach((name, bucket) -> {
            if (bucket.owner.equals(user)) {
                mine.append(Xml.wrap(
                        "Bucket", Xml.element("Name", name) + Xml.element("CreationDate", bucket.since.toString())));
            }
        });
        return ok(Xml.wrap("ListAllMyBucketsResult", Xml.wrap("Buckets", mine.toString())));
    }

    private Said object(Seen seen, Bucket bucket, String key, String query) {
        if (query.startsWith("uploadId=")) {
            bucket.uploads.remove(query.substring("uploadId=".length()));
            return Said.of(204, "");
        }
        if (query.equals("uploads")) {
            bucket.uploads.put("u" + ++version, key);
            return ok("<InitiateMultipartUploadResult/>");
        }
        var on = new String(bucket.parts.getOrDefault("versioning", new byte[0]), StandardCharsets.UTF_8)
                .contains("Enabled");
        if (!on) {
            bucket.versions.removeIf(each -> each.key().equals(key));
        }
        var deleted = seen.method().equals("DELETE");
        if (on || !deleted) {
            bucket.versions.add(new Version(key, on ? "v" + ++version : "null", deleted, seen.body().length));
        }
        return ok("");
    }

    private static Said versions(Bucket bucket) {
        var all = new StringBuilder();
        for (var each : bucket.versions) {
            all.append(Xml.wrap(
                    each.deleted() ? "DeleteMarker" : "Version",
                    Xml.element("Key", each.key()) + Xml.element("VersionId", each.id())));
        }
        return ok(Xml.wrap("ListVersionsResult", all.toString()));
    }

    private static Said uploads(Bucket bucket) {
        var all = new StringBuilder();
        bucket.uploads.forEach(
                (id, key) -> all.append(Xml.wrap("Upload", Xml.element("Key", key) + Xml.element("UploadId", id))));
        return ok(Xml.wrap("ListMultipartUploadsResult", all.toString()));
    }

    private static Said purge(Bucket bucket, byte[] body) {
        for (var object : Xml.children(Xml.root(body).orElseThrow(), "Object")) {
            var key = Xml.text(object, "Key").orElseThrow();
            var id = Xml.text(object, "VersionId").orElse("null");
            bucket.versions.removeIf(each -> each.key().equals(key) && each.id().equals(id));
        }
        return ok("<DeleteResult/>");
    }

    /** Signs anew, with what the request says it was signed with, and compares. */
    private Optional<String> user(Seen seen, URI target) {
        var said = seen.header("Authorization");
        if (!said.contains("Credential=")) {
            return Optional.empty();
        }
        var user = said.replaceAll(".*Credential=([^/]*)/.*", "$1");
        var secret = users.get(user);
        if (secret == null) {
            return Optional.empty();
        }
        Map<String, String> digest =
                seen.header("Content-MD5").isEmpty() ? Map.of() : Map.of("Content-MD5", seen.header("Content-MD5"));
        var at = TIME.parse(seen.header("X-Amz-Date"), Instant::from);
        var region = said.replaceAll(".*Credential=[^/]*/[^/]*/([^/]*)/.*", "$1");
        var signed = new Signer(new Keys(user, secret), region, "s3")
                .sign(seen.method(), URI.create(peer.uri() + target.toString()), digest, seen.body(), at);
        return Objects.equals(signed.get("authorization"), said) ? Optional.of(user) : Optional.empty();
    }

    private Bucket bucket(String name) {
        return Objects.requireNonNull(buckets.get(name), name);
    }

    private static Said ok(String body) {
        return Said.of(200, body);
    }

    private static Said refused(int status, String code) {
        return Said.of(status, Xml.wrap("Error", Xml.element("Code", code)));
    }
}
