package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Application credentials: a user makes them for the project of the token. */
final class AppCredentials {
    /** @param roles names of roles, implied ones included */
    record Stored(String user, String project, Set<String> roles, String secret, ObjectNode row) {}

    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final World world;
    private final Directory directory;
    private final Map<String, String> byName = new HashMap<>();

    AppCredentials(World world, Directory directory) {
        this.world = world;
        this.directory = directory;
    }

    void routes(Routes routes) {
        String path = "/v3/users/{user}/application_credentials";
        routes.on("GET", path, this::list)
                .on("POST", path, this::create)
                .on("GET", path + "/{id}", this::show)
                .on("DELETE", path + "/{id}", this::delete);
    }

    /** @param proof id, or name and user, and the secret */
    Stored login(JsonNode proof) {
        String id = proof.path("id").asText();
        if (!proof.has("id")) {
            JsonNode user = proof.path("user");
            String userId = directory.users.where("name", user.path("name").asText()).stream()
                    .findFirst()
                    .map(row -> row.path("id").asText())
                    .orElse(user.path("id").asText());
            id = byName.getOrDefault(userId + "/" + proof.path("name").asText(), "");
        }
        Stored found = stored.get(id);
        if (found == null) {
            throw Refused.notFound("Could not find Application Credential: " + id + ".");
        }
        if (!found.secret.equals(proof.path("secret").asText()) || over(found)) {
            throw IdentityManners.unauthorized();
        }
        return found;
    }

    private static void own(Request request, String action) {
        if (!request.part("user").equals(request.caller().userId())
                && !request.caller().isAdmin()) {
            throw Policy.forbidden(action);
        }
    }

    private Answer list(Request request) {
        own(request, "list_application_credentials");
        List<ObjectNode> rows = stored.values().stream()
                .filter(s -> s.user.equals(request.part("user")))
                .map(Stored::row)
                .toList();
        return Views.list(request, "application_credentials", rows);
    }

    private Answer create(Request request) {
        own(request, "create_application_credential");
        ObjectNode wanted = request.wrapped("application_credential", "Malformed JSON")
                .orElseThrow(() -> Refused.badRequest("'application_credential' is a required property"));
        Caller caller = request.caller();
        String name = wanted.path("name").asText();
        Set<String> roles = new LinkedHashSet<>(caller.roles());
        if (wanted.path("roles").isArray() && !wanted.path("roles").isEmpty()) {
            List<String> kept = new ArrayList<>();
            wanted.path("roles").forEach(role -> kept.add(named(role)));
            if (!roles.containsAll(kept)) {
                throw Refused.badRequest(
                        "Invalid application credential: Cannot create an application credential with unassigned role");
            }
            roles.retainAll(kept);
        }
        ObjectNode row = row(wanted, caller, roles);
        row.set("expires_at", expiry(wanted));
        if (byName.containsKey(caller.userId() + "/" + name)) {
            throw Refused.conflict(
                    "Conflict occurred attempting to store application_credential - Duplicate entry found with"
                            + " name " + name + ".");
        }
        row.put("unrestricted", wanted.path("unrestricted").asBoolean());
        if (!wanted.hasNonNull("unrestricted")) {
            row.putNull("unrestricted");
        }
        String secret =
                wanted.path("secret").asText(world.ids().hex() + world.ids().hex());
        String id = row.path("id").asText();
        stored.put(id, new Stored(caller.userId(), caller.project(), roles, secret, row));
        byName.put(caller.userId() + "/" + name, id);
        return Views.one(request, 201, "application_credentials", row.deepCopy().put("secret", secret));
    }

    private String named(JsonNode role) {
        return role.has("name")
                ? role.path("name").asText()
                : directory
                        .roles
                        .find(role.path("id").asText())
                        .map(row -> row.path("name").asText())
                        .orElse("");
    }

    private JsonNode expiry(ObjectNode wanted) {
        if (!wanted.hasNonNull("expires_at")) {
            return wanted.nullNode();
        }
        String text = wanted.path("expires_at").asText();
        Instant time = Instant.parse(text.endsWith("Z") ? text : text + "Z");
        if (time.isBefore(world.now())) {
            throw Refused.badRequest(
                    "The 'expires_at' must not be before now. The server could not comply with the request since it is"
                            + " either malformed or otherwise incorrect. The client is assumed to be in error.");
        }
        return wanted.textNode(World.keystone(time).replace("Z", ""));
    }

    /** Whether its time has run out. */
    private boolean over(Stored found) {
        String expires = found.row.path("expires_at").asText("");
        return found.row.hasNonNull("expires_at")
                && Instant.parse(expires + "Z").isBefore(world.now());
    }

    private ObjectNode row(ObjectNode wanted, Caller caller, Set<String> roles) {
        ObjectNode row = Json.object()
                .put("id", world.ids().hex())
                .put("name", wanted.path("name").asText());
        row.set(
                "description",
                wanted.has("description")
                        ? wanted.get("description")
                        : Json.object().nullNode());
        row.put("user_id", caller.userId()).put("project_id", caller.project());
        row.putNull("system").putNull("expires_at").putNull("unrestricted");
        row.set(
                "roles",
                Json.array(roles.stream()
                        .flatMap(name -> directory.roles.where("name", name).stream())
                        .toList()));
        return row;
    }

    private Stored find(Request request) {
        Stored found = stored.get(request.part("id"));
        if (found == null) {
            throw Refused.notFound("Could not find Application Credential: " + request.part("id") + ".");
        }
        return found;
    }

    private Answer show(Request request) {
        own(request, "get_application_credential");
        return Views.one(request, 200, "application_credentials", find(request).row);
    }

    private Answer delete(Request request) {
        own(request, "delete_application_credential");
        Stored found = find(request);
        stored.remove(request.part("id"));
        byName.remove(found.user + "/" + found.row.path("name").asText());
        return Answer.empty(204);
    }
}
