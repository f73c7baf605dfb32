package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Credentials of type ec2, by their two doors (keystone/api/credentials.py and users.py, Zed). */
final class Ec2Pairs {
    private final Map<String, Ec2Pair> pairs = new LinkedHashMap<>();
    private final Directory directory;
    private final Tokens tokens;

    Ec2Pairs(Directory directory, Tokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    void routes(Routes routes) {
        String path = "/v3/users/{user}/credentials/OS-EC2";
        routes.on("POST", "/v3/credentials", this::create)
                .on("GET", path, this::list)
                .on("GET", path + "/{access}", this::show)
                .on("DELETE", path + "/{access}", this::delete);
    }

    /** With the roles that its user has now; none of a user who is gone. */
    Optional<Ec2Pair> find(String access) {
        return Optional.ofNullable(pairs.get(access))
                .filter(pair -> directory.users.find(pair.user()).isPresent())
                .map(pair -> new Ec2Pair(
                        pair.access(),
                        pair.secret(),
                        pair.user(),
                        pair.project(),
                        directory.roleNames(pair.user(), "projects", pair.project())));
    }

    private void allow(Request request, String user, String action) {
        boolean delegated = request.header("x-auth-token")
                .flatMap(tokens::find)
                .filter(token -> token.body().path("token").has("application_credential"))
                .isPresent();
        if (delegated) {
            throw Refused.forbidden("Delegated tokens cannot access credentials directly.");
        }
        if (!user.equals(request.caller().userId()) && !request.caller().isAdmin()) {
            throw Policy.forbidden(action);
        }
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("credential", "Malformed JSON")
                .orElseThrow(() -> Refused.badRequest("'credential' is a required property"));
        String user = wanted.path("user_id").asText();
        allow(request, user, "create_credential");
        JsonNode blob = blob(wanted.path("blob").asText());
        String access = blob.path("access").asText();
        if (!wanted.path("type").asText().equals("ec2") || access.isEmpty() || !wanted.has("project_id")) {
            throw Refused.badRequest("Invalid blob in credential");
        }
        if (find(access).isPresent()) {
            throw Refused.conflict(
                    "Conflict occurred attempting to store credential - Duplicate entry found with ID " + access + ".");
        }
        String project = wanted.path("project_id").asText();
        pairs.put(access, new Ec2Pair(access, blob.path("secret").asText(), user, project, Set.of()));
        return Answer.json(201, Json.object().set("credential", wanted.put("id", access)));
    }

    private static JsonNode blob(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw Refused.badRequest("Invalid blob in credential");
        }
    }

    private Answer list(Request request) {
        String user = request.part("user");
        allow(request, user, "ec2_list_credentials");
        List<ObjectNode> own = pairs.values().stream()
                .filter(pair -> pair.user().equals(user))
                .map(Ec2Pairs::view)
                .toList();
        return Views.raw(request, "credentials", own);
    }

    private Ec2Pair own(Request request, String action) {
        String user = request.part("user");
        allow(request, user, action);
        String access = request.part("access");
        return find(access)
                .filter(pair -> pair.user().equals(user))
                .orElseThrow(() -> Refused.notFound("Could not find credential: " + access + "."));
    }

    private Answer show(Request request) {
        return Answer.ok(Json.object().set("credential", view(own(request, "ec2_get_credential"))));
    }

    private Answer delete(Request request) {
        pairs.remove(own(request, "ec2_delete_credential").access());
        return Answer.empty(204);
    }

    private static ObjectNode view(Ec2Pair pair) {
        return Json.object()
                .put("access", pair.access())
                .put("secret", pair.secret())
                .put("tenant_id", pair.project())
                .put("user_id", pair.user())
                .putNull("trust_id");
    }
}
