package dev.allmende.devcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.objectstore.Store.Bucket;
import dev.allmende.devcloud.objectstore.Store.Version;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Swift's containers and objects (Object Storage API v1; swift/proxy/controllers/container.py, 2.30). */
final class Containers {
    private static final List<String> KEPT = List.of("x-container-meta-", "x-container-read", "x-container-write");

    private final World world;
    private final Store store;

    Containers(World world, Store store) {
        this.world = world;
        this.store = store;
    }

    void routes(Routes routes) {
        String container = "/v1/{account}/{container}";
        String object = container + "/{key*}";
        routes.on("GET", container, this::list)
                .on("PUT", container, this::put)
                .on("POST", container, this::post)
                .on("DELETE", container, this::delete)
                .on("GET", object, this::object)
                .on("PUT", object, this::putObject)
                .on("DELETE", object, this::deleteObject);
    }

    private Optional<Bucket> find(Request request) {
        String project = Swift.own(request);
        return store.find(request.part("container")).filter(bucket -> bucket.project.equals(project));
    }

    private Bucket bucket(Request request) {
        return find(request).orElseThrow(Containers::absent);
    }

    private Bucket mine(Request request) {
        Swift.own(request);
        if (!request.caller().has("member") && !request.caller().isAdmin()) {
            throw Refused.forbidden("Access was denied to this resource.");
        }
        return bucket(request);
    }

    private static Refused absent() {
        return Refused.notFound("The resource could not be found.");
    }

    private Answer put(Request request) {
        String project = Swift.own(request);
        boolean isThere = find(request).isPresent();
        if (!isThere && store.find(request.part("container")).isPresent()) {
            throw Refused.conflict("The name belongs to another account.");
        }
        store.make(request.part("container"), project, world.now());
        change(mine(request), request);
        return Answer.empty(isThere ? 202 : 201);
    }

    private Answer post(Request request) {
        change(mine(request), request);
        return Answer.empty(204);
    }

    private static void change(Bucket bucket, Request request) {
        request.headers().forEach((name, value) -> {
            if (KEPT.stream().anyMatch(name::startsWith)) {
                bucket.headers.put(name, value);
            }
            if (name.startsWith("x-remove-")) {
                bucket.headers.remove(name.replaceFirst("remove-", ""));
            }
            if (name.equals("x-versions-enabled")) {
                bucket.versioned = value.equals("true");
            }
        });
        bucket.headers.values().removeIf(String::isEmpty);
    }

    private Answer delete(Request request) {
        Bucket bucket = mine(request);
        if (!bucket.versions.isEmpty()) {
            throw Refused.conflict("There was a conflict when trying to complete your request.");
        }
        store.remove(bucket);
        return Answer.empty(204);
    }

    private Answer list(Request request) {
        Bucket bucket = bucket(request);
        List<Version> shown = request.query().values().containsKey("versions") ? bucket.versions : bucket.objects();
        List<ObjectNode> rows = shown.stream().map(Containers::row).toList();
        Answer answer = Swift.isJson(request)
                ? Answer.text(
                        200, "application/json; charset=utf-8", Json.array(rows).toString())
                : Answer.empty(204);
        for (var header : bucket.headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer.with(
                        "X-Container-Object-Count",
                        String.valueOf(bucket.objects().size()))
                .with("X-Container-Bytes-Used", String.valueOf(bucket.bytes()))
                .with("X-Versions-Enabled", bucket.versioned ? "True" : "False")
                .with("X-Timestamp", bucket.since.getEpochSecond() + ".00000");
    }

    private static ObjectNode row(Version version) {
        return Json.object()
                .put("name", version.key())
                .put("bytes", version.bytes().length)
                .put("version_id", version.id());
    }

    private Answer object(Request request) {
        return bucket(request)
                .object(request.part("key"))
                .map(each -> Answer.bytes(200, "application/octet-stream", each.bytes()))
                .orElseThrow(Containers::absent);
    }

    private Answer putObject(Request request) {
        Bucket bucket = mine(request);
        boolean isFull = bucket.headers.containsKey("x-container-meta-quota-count")
                && Long.parseLong(bucket.headers.getOrDefault("x-container-meta-quota-count", "0"))
                        <= bucket.objects().size();
        if (isFull) {
            throw new Refused(413, "", "Upload exceeds quota.");
        }
        store.put(bucket, request.part("key"), request.body());
        return Answer.empty(201);
    }

    private Answer deleteObject(Request request) {
        Bucket bucket = mine(request);
        String key = request.part("key");
        Optional<String> version = request.query().first("version-id");
        Predicate<Version> isMeant =
                each -> each.key().equals(key) && version.map(each.id()::equals).orElseGet(() -> !each.deleted());
        if (bucket.versions.stream().noneMatch(isMeant)) {
            throw absent();
        }
        version.ifPresentOrElse(id -> store.delete(bucket, key, id), () -> store.delete(bucket, key));
        return Answer.empty(204);
    }
}
