package dev.allmende.devcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.Comparator;
import java.util.List;

/** Swift: /info and accounts; containers are {@link Containers}'. */
public final class Swift implements Service {
    /** Containers in one answer (container_listing_limit of swift/common/constraints.py). */
    private static final int LISTED = 10_000;

    private final Routes routes = new Routes();
    private final Manners manners = new SwiftManners();
    private final World world;
    private final Store store;

    public Swift(World world, Store store) {
        this.world = world;
        this.store = store;
        routes.open("GET", "/info", _ -> info())
                .on("GET", "/v1/{account}", this::account)
                .on("GET", "/v1/{account}/", this::account);
        new Containers(world, store).routes(routes);
    }

    @Override
    public String prefix() {
        return "/object-store";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    private static Answer info() {
        ObjectNode swift = Json.object().put("version", "2.30.1").put("account_autocreate", true);
        return Answer.text(
                200,
                "application/json; charset=UTF-8",
                Json.object()
                        .set("swift", swift.put("max_file_size", 5368709122L))
                        .toString());
    }

    /** The project whose account it is; refused when that is not the caller's. */
    static String own(Request request) {
        String project = request.caller().project();
        if (!request.part("account").equals("AUTH_" + project)) {
            throw Refused.forbidden("Access was denied to this resource.");
        }
        return project;
    }

    static boolean isJson(Request request) {
        return request.query().first("format").filter("json"::equals).isPresent();
    }

    private Answer account(Request request) {
        List<Store.Bucket> own = store.of(own(request));
        Answer answer;
        if (isJson(request)) {
            String marker = request.query().first("marker").orElse("");
            List<ObjectNode> rows = own.stream()
                    .sorted(Comparator.comparing(bucket -> bucket.name))
                    .filter(bucket -> bucket.name.compareTo(marker) > 0)
                    .limit(limit(request))
                    .map(Swift::row)
                    .toList();
            answer = Answer.text(
                    200, "application/json; charset=utf-8", Json.array(rows).toString());
        } else {
            int status = request.method().equals("HEAD") ? 200 : 204;
            answer = Answer.empty(status)
                    .with("Content-Type", "text/plain; charset=utf-8")
                    .with("Vary", "Accept");
        }
        String now = world.now().getEpochSecond() + ".00000";
        long objects = own.stream().mapToLong(each -> each.objects().size()).sum();
        long bytes = own.stream().mapToLong(Store.Bucket::bytes).sum();
        return answer.with("X-Account-Container-Count", String.valueOf(own.size()))
                .with("X-Account-Object-Count", String.valueOf(objects))
                .with("X-Account-Bytes-Used", String.valueOf(bytes))
                .with("X-Timestamp", now)
                .with("X-Put-Timestamp", now);
    }

    private static int limit(Request request) {
        return request.query()
                .first("limit")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(LISTED);
    }

    private static ObjectNode row(Store.Bucket bucket) {
        return Json.object()
                .put("name", bucket.name)
                .put("count", bucket.objects().size())
                .put("bytes", bucket.bytes());
    }
}
