package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.identity.Ec2Pair;
import dev.allmende.devcloud.objectstore.Store.Bucket;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * S3 at the root of the port, for pairs of keys that Keystone keeps; its manners were read off Ceph's gateway, which knows a
 * bucket's owner by its project. Without a signature it answers as Swift's proxy does to a path that is no account.
 */
public final class S3 implements Service {
    private static final String UNKNOWN_KEY = "The AWS Access Key Id you provided does not exist in our records.";
    private static final String WRONG = "The request signature we calculated does not match the one you provided.";

    private final Routes routes = new Routes();
    private final Manners manners = new SwiftManners();
    private final World world;
    private final Store store;
    private final S3Parts parts;
    private final Function<String, Optional<Ec2Pair>> pairs;

    /** @param pairs by their access keys */
    public S3(World world, Store store, Function<String, Optional<Ec2Pair>> pairs) {
        this.world = world;
        this.store = store;
        this.parts = new S3Parts(store);
        this.pairs = pairs;
        routes.open("GET", "/", request -> signed(request, this::list));
        for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
            routes.open(method, "/{bucket}", request -> signed(request, this::bucket))
                    .open(method, "/{bucket}/{key*}", request -> signed(request, this::object));
        }
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    private interface Handler {
        Answer answer(Request request, Ec2Pair pair);
    }

    private Answer signed(Request request, Handler handler) {
        boolean isSigned = request.header("authorization").orElse("").startsWith("AWS")
                || request.query().first("X-Amz-Signature").isPresent();
        if (!isSigned) {
            throw Refused.notFound("The resource could not be found.");
        }
        Optional<Signature> signature = Signature.of(request);
        Optional<Ec2Pair> pair = signature.map(Signature::access).flatMap(pairs);
        if (pair.isEmpty()) {
            return Xml.refused(request, 403, "InvalidAccessKeyId", UNKNOWN_KEY);
        }
        if (!signature.get().fits(request, pair.get().secret())) {
            return Xml.refused(request, 403, "SignatureDoesNotMatch", WRONG);
        }
        boolean isRead = List.of("GET", "HEAD").contains(request.method());
        return isRead || pair.get().writes() ? handler.answer(request, pair.get()) : denied(request);
    }

    private static Answer denied(Request request) {
        return Xml.refused(request, 403, "AccessDenied", "Access Denied");
    }

    private Answer list(Request request, Ec2Pair pair) {
        String mine = store.of(pair.project()).stream()
                .map(bucket -> Xml.wrap(
                        "Bucket",
                        Xml.element("Name", bucket.name) + Xml.element("CreationDate", bucket.since.toString())))
                .collect(Collectors.joining());
        return Xml.answer(Xml.wrap("ListAllMyBucketsResult", Xml.wrap("Buckets", mine)));
    }

    private Answer bucket(Request request, Ec2Pair pair) {
        String name = request.part("bucket");
        if (request.method().equals("PUT") && request.query().raw().isEmpty()) {
            return create(request, name, pair.project());
        }
        return in(request, pair, bucket -> {
            boolean isGone =
                    request.method().equals("DELETE") && request.query().raw().isEmpty();
            return isGone ? remove(request, bucket) : parts.answer(request, bucket);
        });
    }

    private Answer object(Request request, Ec2Pair pair) {
        return request.part("key").isEmpty()
                ? bucket(request, pair)
                : in(request, pair, bucket -> parts.object(request, bucket, request.part("key")));
    }

    /** A policy is not read: any lets others look. */
    private Answer in(Request request, Ec2Pair pair, Function<Bucket, Answer> handler) {
        Optional<Bucket> found = store.find(request.part("bucket"));
        if (found.isEmpty()) {
            return Xml.refused(request, 404, "NoSuchBucket", "The specified bucket does not exist");
        }
        Bucket bucket = found.get();
        boolean isOpen =
                bucket.parts.containsKey("policy") && List.of("GET", "HEAD").contains(request.method());
        return bucket.project.equals(pair.project()) || isOpen ? handler.apply(bucket) : denied(request);
    }

    private Answer create(Request request, String name, String project) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{2,62}")) {
            return Xml.refused(request, 400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        boolean isTaken = store.find(name)
                .filter(bucket -> !bucket.project.equals(project))
                .isPresent();
        if (isTaken) {
            return Xml.refused(request, 409, "BucketAlreadyExists", "The requested bucket name is not available.");
        }
        store.make(name, project, world.now());
        return Answer.empty(200);
    }

    private Answer remove(Request request, Bucket bucket) {
        if (!bucket.versions.isEmpty()) {
            return Xml.refused(request, 409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        store.remove(bucket);
        return Answer.empty(204);
    }
}
