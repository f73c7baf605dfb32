package dev.allmende.devcloud.keymanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Barbican: secrets. Reading needs observer, creator or member; a role without any of them gets 403. */
public final class KeyManager implements Service {
    private static final String INVALID = "Provided object does not match schema 'Secret': ";
    private static final Set<String> ALLOWED = Set.of("creator", "member", "admin", "observer");

    private static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return Refused.badRequest("Bad limit " + value);
        }

        @Override
        public Refused marker(String value) {
            return Refused.badRequest("Bad marker " + value);
        }
    };

    private final Routes routes = new Routes();
    private final Manners manners = new KeyManagerManners();
    private final World world;
    private final Table secrets = new Table();
    private final Map<String, String> payloads = new HashMap<>();

    public KeyManager(World world) {
        this.world = world;
        routes.open("GET", "", r -> versions(r))
                .open("GET", "/", r -> versions(r))
                .on("GET", "/v1/", r -> Answer.ok(Json.object().set("version", describe(r))))
                .on("GET", "/v1/secrets", this::list)
                .on("POST", "/v1/secrets", this::create)
                // python-barbicanclient asks with a slash at the end
                .on("GET", "/v1/secrets/", this::list)
                .on("POST", "/v1/secrets/", this::create)
                .on("GET", "/v1/secrets/{id}", this::show)
                .on("GET", "/v1/secrets/{id}/payload", this::payload)
                .on("DELETE", "/v1/secrets/{id}", this::delete)
                .on("GET", "/v1/containers", _ -> none("containers"))
                .on("GET", "/v1/orders", _ -> none("orders"));
    }

    @Override
    public String prefix() {
        return "/key-manager";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    private static Answer none(String kind) {
        ObjectNode body = Json.object();
        body.set(kind, Json.array());
        return Answer.ok(body.put("total", 0));
    }

    private static ObjectNode describe(Request request) {
        ObjectNode version = Json.object().put("id", "v1").put("status", "stable");
        ObjectNode docs = Json.object().put("rel", "describedby").put("type", "text/html");
        version.set(
                "links",
                Json.array(List.of(
                        Json.link("self", request.base() + "/v1/"), docs.put("href", "https://docs.openstack.org/"))));
        version.set(
                "media-types",
                Json.array(List.of(Json.object()
                        .put("base", "application/json")
                        .put("type", "application/vnd.openstack.key-manager-v1+json"))));
        return version;
    }

    private static Answer versions(Request request) {
        ObjectNode values = Json.object();
        values.set("values", Json.array(List.of(describe(request))));
        return Answer.json(300, Json.object().set("versions", values));
    }

    private static void allowed(Request request, String action) {
        if (request.caller().roles().stream().noneMatch(ALLOWED::contains)) {
            throw Refused.forbidden(action + " attempt not allowed - please review your user/project privileges");
        }
    }

    private Answer list(Request request) {
        allowed(request, "Secret(s) retrieval");
        Optional<String> name = request.query().first("name");
        List<ObjectNode> own = secrets.where(row ->
                row.path("project").asText().equals(request.caller().project())
                        && name.map(n -> n.equals(row.path("name").asText())).orElse(true));
        int offset = request.query().first("offset").map(Integer::parseInt).orElse(0);
        List<ObjectNode> rest = own.subList(Math.min(offset, own.size()), own.size());
        Paging page = Paging.cut(rest, request.query(), 10, 100, COMPLAINTS);
        ObjectNode body = Json.object();
        body.set("secrets", Json.array(page.map(row -> shown(request, row)).items()));
        return Answer.ok(body.put("total", own.size()));
    }

    private static String ref(Request request, ObjectNode row) {
        return request.base() + "/v1/secrets/" + row.path("id").asText();
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove(List.of("id", "project"));
        return shown.put("secret_ref", ref(request, row));
    }

    private Answer create(Request request) {
        allowed(request, "Secret creation");
        if (!(request.json("Malformed JSON") instanceof ObjectNode wanted)) {
            throw Refused.badRequest("Malformed JSON");
        }
        JsonNode name = wanted.path("name");
        if (!name.isMissingNode() && !name.isTextual() && !name.isNull()) {
            throw Refused.badRequest(INVALID + name + " is not of type 'string', 'null'. Invalid property: 'name'");
        }
        if (wanted.has("payload") && !wanted.has("payload_content_type")) {
            throw Refused.badRequest(
                    INVALID + "If 'payload' is supplied, 'payload_content_type' must also be supplied.. Invalid"
                            + " property: 'payload_content_type'");
        }
        String now = World.seconds(world.now()).replace("Z", "");
        ObjectNode row = Json.object()
                .put("id", world.ids().uuid())
                .put("project", request.caller().project());
        row.put("created", now).put("updated", now).put("status", "ACTIVE");
        row.set("name", name.isTextual() ? name : row.nullNode());
        row.put("secret_type", wanted.path("secret_type").asText("opaque"));
        for (String field : List.of("expiration", "algorithm", "bit_length", "mode")) {
            row.set(field, wanted.has(field) ? wanted.get(field) : row.nullNode());
        }
        row.put("creator_id", request.caller().userId());
        row.set(
                "content_types",
                Json.object().put("default", wanted.path("payload_content_type").asText("text/plain")));
        secrets.add(row);
        payloads.put(row.path("id").asText(), wanted.path("payload").asText());
        return Answer.json(201, Json.object().put("secret_ref", ref(request, row)))
                .with("Location", ref(request, row));
    }

    private ObjectNode need(Request request, String complaint) {
        allowed(request, "Secret retrieval");
        return secrets.find(request.part("id"))
                .filter(row ->
                        row.path("project").asText().equals(request.caller().project()))
                .orElseThrow(() -> Refused.notFound(complaint));
    }

    private Answer show(Request request) {
        ObjectNode row = need(request, "Not Found. Provided secret id is invalid.");
        boolean plain =
                request.header("accept").filter(a -> a.startsWith("text/plain")).isPresent();
        return plain ? payload(request) : Answer.ok(shown(request, row));
    }

    private Answer payload(Request request) {
        ObjectNode row = need(request, "Not Found. Provided secret id is invalid.");
        return Answer.text(
                200,
                "text/plain; charset=UTF-8",
                payloads.getOrDefault(row.path("id").asText(), ""));
    }

    private Answer delete(Request request) {
        String id = need(request, "Secret not found.").path("id").asText();
        secrets.remove(id);
        payloads.remove(id);
        return Answer.empty(204);
    }
}
