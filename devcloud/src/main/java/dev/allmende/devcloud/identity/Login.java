package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** POST, GET and DELETE of /v3/auth/tokens, and what a token may be scoped to. */
final class Login {
    private static final String BROKEN =
            "Expecting to find valid JSON in request body. The server could not comply with the request since it is either"
                    + " malformed or otherwise incorrect. The client is assumed to be in error.";
    private static final String NO_AUTH =
            "Expecting to find auth in request body. The server could not comply with the request since it is either"
                    + " malformed or otherwise incorrect. The client is assumed to be in error.";

    private final World world;
    private final Directory directory;
    private final Tokens tokens;
    private final Catalog catalog;
    private final AppCredentials credentials;

    Login(World world, Directory directory, Tokens tokens, Catalog catalog, AppCredentials credentials) {
        this.world = world;
        this.directory = directory;
        this.tokens = tokens;
        this.catalog = catalog;
        this.credentials = credentials;
    }

    void routes(Routes routes) {
        routes.open("POST", "/v3/auth/tokens", this::issue)
                .on("GET", "/v3/auth/tokens", this::show)
                .on("DELETE", "/v3/auth/tokens", this::revoke)
                .on("GET", "/v3/auth/catalog", this::showCatalog)
                .on("GET", "/v3/auth/projects", r -> scopes(r, "projects", directory.projectsOf(me(r))))
                .on("GET", "/v3/auth/domains", r -> scopes(r, "domains", directory.domainsOf(me(r))))
                .on("GET", "/v3/auth/system", this::systemScope);
    }

    private static String me(Request request) {
        return request.caller().userId();
    }

    /** A login that succeeded: who, by which methods, and the scope if the method decides it. */
    private record Proof(
            String user, List<String> methods, Optional<Scope> scope, Optional<AppCredentials.Stored> credential) {}

    /** @param targets as in {@link Grant} */
    private record Scope(String targets, String target) {}

    private Answer issue(Request request) {
        JsonNode auth = request.json(BROKEN).path("auth");
        if (!auth.isObject()) {
            throw Refused.badRequest(NO_AUTH);
        }
        Proof proof = prove(auth.path("identity"));
        Optional<Scope> scope = proof.scope.isPresent() ? proof.scope : scope(auth.path("scope"));
        Set<String> roles = scope.map(s -> directory.roleNames(proof.user, s.targets, s.target))
                .orElse(Set.of());
        if (scope.isPresent() && roles.isEmpty()) {
            throw IdentityManners.unauthorized();
        }
        Set<String> held = proof.credential.map(AppCredentials.Stored::roles).orElse(roles);
        Instant expires = tokens.expiry();
        ObjectNode body = body(request, proof, scope, held, expires);
        Tokens.Token token = tokens.add(caller(proof.user, scope, held), body, expires);
        return new Answer(201, IdentityManners.subject(token.id()), new Answer.Json(body));
    }

    private static Caller caller(String user, Optional<Scope> scope, Set<String> roles) {
        Optional<String> project =
                scope.filter(s -> s.targets.equals("projects")).map(Scope::target);
        Optional<String> domain = scope.filter(s -> s.targets.equals("domains")).map(Scope::target);
        return new Caller(
                user,
                project,
                domain,
                scope.filter(s -> s.targets.equals("system")).isPresent(),
                roles);
    }

    private Proof prove(JsonNode identity) {
        String method = identity.path("methods").path(0).asText();
        JsonNode proof = identity.path(method);
        return switch (method) {
            case "password" -> password(proof.path("user"));
            case "token" -> {
                Tokens.Token old = tokens.find(proof.path("id").asText())
                        .orElseThrow(() -> Refused.notFound("Could not recognize Fernet token"));
                yield new Proof(
                        old.caller().userId(), List.of("token", "password"), Optional.empty(), Optional.empty());
            }
            case "application_credential" -> {
                AppCredentials.Stored stored = credentials.login(proof);
                yield new Proof(
                        stored.user(),
                        List.of(method),
                        Optional.of(new Scope("projects", stored.project())),
                        Optional.of(stored));
            }
            default -> throw IdentityManners.unauthorized();
        };
    }

    private Proof password(JsonNode user) {
        String id = findUser(user).orElseThrow(IdentityManners::unauthorized);
        ObjectNode row = directory.users.find(id).orElseThrow(IdentityManners::unauthorized);
        boolean right = user.path("password").asText().equals(directory.passwords.get(id));
        if (!right || !row.path("enabled").asBoolean()) {
            throw IdentityManners.unauthorized();
        }
        return new Proof(id, List.of("password"), Optional.empty(), Optional.empty());
    }

    /** A user by id, or by name and domain. */
    Optional<String> findUser(JsonNode user) {
        if (user.has("id")) {
            return Optional.of(user.path("id").asText());
        }
        Optional<String> domain = findDomain(user.path("domain"));
        return directory.users.where("name", user.path("name").asText()).stream()
                .filter(row -> domain.equals(Optional.of(Directory.domainOf(row))))
                .map(row -> row.path("id").asText())
                .findFirst();
    }

    private Optional<String> findDomain(JsonNode domain) {
        if (domain.has("id")) {
            return Optional.of(domain.path("id").asText());
        }
        return directory.domains.where("name", domain.path("name").asText()).stream()
                .map(row -> row.path("id").asText())
                .findFirst();
    }

    private Optional<Scope> scope(JsonNode scope) {
        if (scope.has("system")) {
            return Optional.of(new Scope("system", "all"));
        }
        if (scope.has("domain")) {
            return Optional.of(
                    new Scope("domains", findDomain(scope.path("domain")).orElseThrow(IdentityManners::unauthorized)));
        }
        if (scope.has("project")) {
            return Optional.of(new Scope("projects", project(scope.path("project"))));
        }
        return Optional.empty();
    }

    private String project(JsonNode project) {
        if (project.has("id")) {
            return project.path("id").asText();
        }
        Optional<String> domain = findDomain(project.path("domain"));
        return directory.projects.where("name", project.path("name").asText()).stream()
                .filter(row -> domain.equals(Optional.of(Directory.domainOf(row))))
                .map(row -> row.path("id").asText())
                .findFirst()
                .orElseThrow(IdentityManners::unauthorized);
    }

    private ObjectNode body(Request request, Proof proof, Optional<Scope> scope, Set<String> roles, Instant expires) {
        ObjectNode token = Json.object();
        token.set("methods", Json.texts(proof.methods));
        ObjectNode user = directory.users.find(proof.user).orElseThrow(IdentityManners::unauthorized);
        ObjectNode shown = Json.object();
        shown.set("domain", named(directory.domains.find(Directory.domainOf(user))));
        shown.put("id", proof.user).put("name", user.path("name").asText()).putNull("password_expires_at");
        token.set("user", shown);
        token.set("audit_ids", Json.texts(List.of(world.ids().hex().substring(0, 22))));
        token.put("expires_at", World.keystone(expires)).put("issued_at", World.keystone(world.now()));
        proof.credential
                .map(AppCredentials.Stored::row)
                .ifPresent(row -> token.set(
                        "application_credential",
                        Json.object()
                                .put("id", row.path("id").asText())
                                .put("name", row.path("name").asText())
                                .put("restricted", true)));
        scope.ifPresent(s -> describe(token, s, request.root(), roles));
        ObjectNode body = Json.object();
        body.set("token", token);
        return body;
    }

    private void describe(ObjectNode token, Scope scope, String root, Set<String> roles) {
        switch (scope.targets) {
            case "projects" -> {
                ObjectNode project = directory.projects.find(scope.target).orElseThrow(IdentityManners::unauthorized);
                ObjectNode shown = Json.object();
                shown.set("domain", named(directory.domains.find(Directory.domainOf(project))));
                token.set(
                        "project",
                        shown.put("id", scope.target)
                                .put("name", project.path("name").asText()));
                token.put("is_domain", false);
            }
            case "domains" -> token.set("domain", named(directory.domains.find(scope.target)));
            default -> token.set("system", Json.object().put("all", true));
        }
        ArrayNode list = Json.array();
        roles.forEach(
                name -> list.add(Json.object().put("id", directory.roleId(name)).put("name", name)));
        token.set("roles", list);
        token.set(
                "catalog",
                catalog.of(root, scope.targets.equals("projects") ? Optional.of(scope.target) : Optional.empty()));
    }

    private static ObjectNode named(Optional<ObjectNode> row) {
        ObjectNode found = row.orElseThrow(IdentityManners::unauthorized);
        return Json.object()
                .put("id", found.path("id").asText())
                .put("name", found.path("name").asText());
    }

    private Tokens.Token subject(Request request) {
        return request.header("x-subject-token")
                .flatMap(tokens::find)
                .orElseThrow(() -> Refused.notFound("Could not recognize Fernet token"));
    }

    private Answer show(Request request) {
        Tokens.Token token = subject(request);
        return new Answer(200, IdentityManners.subject(token.id()), new Answer.Json(token.body()));
    }

    private Answer revoke(Request request) {
        tokens.revoke(subject(request).id());
        return Answer.empty(204);
    }

    private Answer showCatalog(Request request) {
        ObjectNode body = Json.object();
        body.set("catalog", catalog.of(request.root(), request.caller().projectId()));
        body.set("links", Json.object().put("self", request.base() + "/v3/auth/catalog"));
        return Answer.ok(body);
    }

    private static Answer scopes(Request request, String kind, List<ObjectNode> rows) {
        return Views.list(request, kind, rows);
    }

    private Answer systemScope(Request request) {
        ArrayNode systems = Json.array();
        if (!directory.roleNames(me(request), "system", "all").isEmpty()) {
            systems.add(Json.object().put("all", true));
        }
        ObjectNode body = Json.object();
        body.set("system", systems);
        body.set("links", Json.object().put("self", request.base() + "/v3/auth/system"));
        return Answer.ok(body);
    }
}
