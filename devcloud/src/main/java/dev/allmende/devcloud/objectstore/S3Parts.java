package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.objectstore.Store.Bucket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What is in S3's buckets, and what they say of themselves: what somebody put is given back as it came. */
final class S3Parts {
    /** Sub-resources, and the code that says that there is none. */
    private static final Map<String, String> ABSENT = Map.of(
            "tagging", "NoSuchTagSet",
            "lifecycle", "NoSuchLifecycleConfiguration",
            "policy", "NoSuchBucketPolicy",
            "cors", "NoSuchCORSConfiguration");

    private final Store store;

    S3Parts(Store store) {
        this.store = store;
    }

    Answer answer(Request request, Bucket bucket) {
        Map<String, List<String>> query = request.query().values();
        if (query.containsKey("versions")) {
            return versions(bucket);
        }
        if (query.containsKey("uploads")) {
            return uploads(bucket);
        }
        if (query.containsKey("delete")) {
            return purge(request, bucket);
        }
        if (query.containsKey("versioning")) {
            return versioning(request, bucket);
        }
        Optional<String> part =
                ABSENT.keySet().stream().filter(query::containsKey).findFirst();
        return part.isPresent() ? part(request, bucket, part.get()) : list(bucket);
    }

    private Answer part(Request request, Bucket bucket, String part) {
        return switch (request.method()) {
            case "PUT" -> {
                bucket.parts.put(part, request.body());
                yield Answer.empty(200);
            }
            case "DELETE" -> {
                bucket.parts.remove(part);
                yield Answer.empty(204);
            }
            default ->
                Optional.ofNullable(bucket.parts.get(part))
                        .map(body -> Answer.bytes(200, "application/xml", body))
                        .orElseGet(() -> Xml.refused(request, 404, ABSENT.getOrDefault(part, ""), "there is none"));
        };
    }

    private static Answer versioning(Request request, Bucket bucket) {
        if (request.method().equals("PUT")) {
            bucket.parts.put("versioning", request.body());
            bucket.versioned = new String(request.body(), StandardCharsets.UTF_8).contains("Enabled");
            return Answer.empty(200);
        }
        byte[] said = bucket.parts.get("versioning");
        return said == null ? Xml.answer("<VersioningConfiguration/>") : Answer.bytes(200, "application/xml", said);
    }

    private static Answer list(Bucket bucket) {
        String all = bucket.objects().stream()
                .map(each -> Xml.wrap(
                        "Contents",
                        Xml.element("Key", each.key()) + Xml.element("Size", String.valueOf(each.bytes().length))))
                .collect(Collectors.joining());
        return Xml.answer(Xml.wrap("ListBucketResult", Xml.element("Name", bucket.name) + all))
                .with("X-RGW-Object-Count", String.valueOf(bucket.versions.size()))
                .with("X-RGW-Bytes-Used", String.valueOf(bucket.bytes()));
    }

    private static Answer versions(Bucket bucket) {
        String all = bucket.versions.stream()
                .map(each -> Xml.wrap(
                        each.deleted() ? "DeleteMarker" : "Version",
                        Xml.element("Key", each.key()) + Xml.element("VersionId", each.id())))
                .collect(Collectors.joining());
        return Xml.answer(Xml.wrap("ListVersionsResult", all));
    }

    private static Answer uploads(Bucket bucket) {
        String all = bucket.uploads.entrySet().stream()
                .map(each -> Xml.wrap(
                        "Upload", Xml.element("Key", each.getValue()) + Xml.element("UploadId", each.getKey())))
                .collect(Collectors.joining());
        return Xml.answer(Xml.wrap("ListMultipartUploadsResult", all));
    }

    private Answer purge(Request request, Bucket bucket) {
        for (Element object : Xml.all(request.body(), "Object")) {
            String version = Xml.text(object, "VersionId");
            store.delete(bucket, Xml.text(object, "Key"), version.isEmpty() ? "null" : version);
        }
        return Xml.answer("<DeleteResult/>");
    }

    Answer object(Request request, Bucket bucket, String key) {
        Optional<String> upload = request.query().first("uploadId");
        if (upload.isPresent()) {
            bucket.uploads.remove(upload.get());
            return Answer.empty(204);
        }
        if (request.query().values().containsKey("uploads")) {
            String id = Xml.element("UploadId", store.begin(bucket, key));
            return Xml.answer(Xml.wrap("InitiateMultipartUploadResult", id));
        }
        return switch (request.method()) {
            case "PUT" -> {
                store.put(bucket, key, request.body());
                yield Answer.empty(200);
            }
            case "DELETE" -> {
                store.delete(bucket, key);
                yield Answer.empty(204);
            }
            default ->
                bucket.object(key)
                        .map(each -> Answer.bytes(200, "application/octet-stream", each.bytes()))
                        .orElseGet(() -> Xml.refused(request, 404, "NoSuchKey", "The specified key does not exist."));
        };
    }
}
