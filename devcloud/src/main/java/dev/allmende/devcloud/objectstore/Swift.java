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

/** Swift: /info and an empty account. */
public final class Swift implements Service {
    private final Routes routes = new Routes();
    private final Manners manners = new SwiftManners();
    private final World world;

    public Swift(World world) {
        this.world = world;
        routes.open("GET", "/info", _ -> info())
                .on("GET", "/v1/{account}", this::account)
                .on("GET", "/v1/{account}/{container}", _ -> {
                    throw Refused.notFound("The resource could not be found.");
                });
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

    private Answer account(Request request) {
        if (!request.part("account").equals("AUTH_" + request.caller().project())) {
            throw Refused.forbidden("Access was denied to this resource.");
        }
        boolean json = request.query().first("format").filter("json"::equals).isPresent();
        Answer answer;
        if (json) {
            answer = Answer.text(200, "application/json; charset=utf-8", "[]");
        } else {
            int status = request.method().equals("HEAD") ? 200 : 204;
            answer = Answer.empty(status)
                    .with("Content-Type", "text/plain; charset=utf-8")
                    .with("Vary", "Accept");
        }
        String now = world.now().getEpochSecond() + ".00000";
        return answer.with("X-Account-Container-Count", "0")
                .with("X-Account-Object-Count", "0")
                .with("X-Account-Bytes-Used", "0")
                .with("X-Timestamp", now)
                .with("X-Put-Timestamp", now);
    }
}
