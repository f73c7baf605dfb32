package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import dev.allmende.peer.junit.FakePeer.Said;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** One realm of {@link FakeKeycloak}: shelves of representations by id, and what hangs on each thing. */
public final class FakeRealm {

    private final ObjectNode tree;
    private final Map<String, ObjectNode> clients = new LinkedHashMap<>();
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final Map<String, ObjectNode> roles = new LinkedHashMap<>();
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> providers = new LinkedHashMap<>();
    /** Lists that hang on a thing: {@code id/role-mappings}, {@code id/mappers}, ... each by the item's id. */
    private final Map<String, Map<String, ObjectNode>> lists = new LinkedHashMap<>();

    private final Set<String> defaultGroups = new LinkedHashSet<>();
    private final ObjectNode profile = Json.object();
    private int number;

    FakeRealm(ObjectNode tree) {
        this.tree = defaults(tree.deepCopy(), "accessTokenLifespan", 300, "sslRequired", "external");
        for (var scope : new String[] {"profile", "email", "roles", "phone"}) {
            list("client-scopes")
                    .put(scope + "-id", Json.object().put("id", scope + "-id").put("name", scope));
        }
    }

    public JsonNode tree() {
        return tree;
    }

    public Collection<ObjectNode> clients() {
        return clients.values();
    }

    public Collection<ObjectNode> groups() {
        return groups.values();
    }

    public Collection<ObjectNode> roles() {
        return roles.values();
    }

    public Collection<ObjectNode> users() {
        return users.values();
    }

    public Collection<ObjectNode> providers() {
        return providers.values();
    }

    Said replace(JsonNode body) {
        tree.setAll((ObjectNode) body);
        return nothing();
    }

    Said answer(String method, List<String> path, Map<String, String> query, JsonNode body) {
        var rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "clients" -> clients(method, rest, query, body);
            case "client-scopes" -> json(array(list("client-scopes").values()));
            case "roles" -> roles("", rest, body);
            case "roles-by-id" -> rolesById(method, rest, body);
            case "groups" -> groups(method, rest, query, body);
            case "group-by-path" -> byPath("/" + String.join("/", rest));
            case "default-groups" -> defaultGroups(method, rest);
            case "users" -> users(method, rest, query, body);
            case "identity-provider" -> providers(method, rest.subList(1, rest.size()), body);
            default -> error(404, "HTTP 404 Not Found");
        };
    }

    private Said clients(String method, List<String> path, Map<String, String> query, JsonNode body) {
        if (path.isEmpty()) {
            if (method.equals("GET")) {
                return json(array(clients.values(), "clientId", query.getOrDefault("clientId", "")));
            }
            if (taken(clients, "clientId", body)) {
                return error(409, "Client " + body.path("clientId").asText() + " already exists");
            }
            var id = next();
            var client = defaults(body.deepCopy(), "fullScopeAllowed", true, "secret", "secret-0");
            clients.put(id, client.put("id", id));
            for (var scope : List.of("profile", "email", "roles")) {
                list(id + "/default-client-scopes")
                        .put(scope + "-id", list("client-scopes").get(scope + "-id"));
            }
            return created(id);
        }
        var id = path.getFirst();
        if (!clients.containsKey(id)) {
            return error(404, "Could not find client");
        }
        return switch (path.size() < 2 ? "" : path.get(1)) {
            case "" -> item(method, clients, id, body);
            case "client-secret" -> {
                if (method.equals("POST")) {
                    clients.get(id).put("secret", "secret-" + ++number);
                }
                yield json(Json.object()
                        .put("value", clients.get(id).path("secret").asText()));
            }
            case "protocol-mappers" -> mappers(method, id, path.subList(3, path.size()), body);
            case "roles" -> roles(id, path.subList(2, path.size()), body);
            case "service-account-user" -> json(serviceAccount(id));
            default -> linked(method, id + "/" + path.get(1), path.subList(2, path.size()), list("client-scopes"));
        };
    }

    private ObjectNode serviceAccount(String client) {
        var id = "service-account-of-" + client;
        return users.computeIfAbsent(id, key -> Json.object().put("id", key).put("username", key));
    }

    private Said roles(String client, List<String> path, JsonNode body) {
        Predicate<ObjectNode> here = role -> role.path("client").asText().equals(client);
        if (path.isEmpty()) {
            var name = body.path("name").asText();
            if (roles.values().stream()
                    .filter(here)
                    .anyMatch(role -> role.path("name").asText().equals(name))) {
                return error(409, "Role with name " + name + " already exists");
            }
            var id = next();
            ObjectNode role = body.deepCopy();
            role.put("id", id).put("client", client).put("clientRole", !client.isEmpty());
            roles.put(id, role.put("containerId", client.isEmpty() ? "realm" : client));
            return created(name);
        }
        return roles.values().stream()
                .filter(here)
                .filter(role -> role.path("name").asText().equals(path.getFirst()))
                .findFirst()
                .map(role -> json(role))
                .orElseGet(() -> error(404, "Could not find role"));
    }

    private Said rolesById(String method, List<String> path, JsonNode body) {
        var id = path.getFirst();
        if (path.size() == 1) {
            return item(method, roles, id, body);
        }
        return mapped(method, id + "/composites", body);
    }

    /** A list of whole roles: POST adds, DELETE with a body removes. */
    private Said mapped(String method, String list, JsonNode body) {
        if (method.equals("GET")) {
            return json(array(list(list).values()));
        }
        body.forEach(role -> {
            var id = role.path("id").asText();
            if (method.equals("POST")) {
                list(list).put(id, (ObjectNode) role);
            } else {
                list(list).remove(id);
            }
        });
        return nothing();
    }

    private Said roleMappings(String method, String id, List<String> path, JsonNode body) {
        if (!path.isEmpty()) {
            return mapped(method, id + "/" + String.join("/", path), body);
        }
        var answer = Json.object();
        answer.set("realmMappings", array(list(id + "/realm").values()));
        var ofClients = answer.putObject("clientMappings");
        clients.forEach((client, it) -> {
            var some = list(id + "/clients/" + client);
            if (!some.isEmpty()) {
                var name = it.path("clientId").asText();
                ofClients.putObject(name).put("client", name).set("mappings", array(some.values()));
            }
        });
        return json(answer);
    }

    private Said groups(String method, List<String> path, Map<String, String> query, JsonNode body) {
        if (path.isEmpty() || (path.size() == 2 && path.get(1).equals("children"))) {
            var parent = path.isEmpty() ? "" : path.getFirst();
            var siblings = groups.values().stream()
                    .filter(group -> group.path("parentId").asText().equals(parent))
                    .toList();
            var name = method.equals("GET")
                    ? query.getOrDefault("search", "")
                    : body.path("name").asText();
            var same = array(siblings, "name", name);
            if (method.equals("GET")) {
                return json(same);
            }
            if (!same.isEmpty()) {
                return error(409, "Top level group named '" + name + "' already exists.");
            }
            var id = next();
            ObjectNode group = body.deepCopy();
            var above = parent.isEmpty() ? "" : at(groups, parent).path("path").asText();
            groups.put(id, group.put("id", id).put("path", above + "/" + name));
            if (!parent.isEmpty()) {
                group.put("parentId", parent);
            }
            return created(id);
        }
        var id = path.getFirst();
        return path.size() == 1
                ? item(method, groups, id, body)
                : roleMappings(method, id, path.subList(2, path.size()), body);
    }

    private Said byPath(String path) {
        return groups.values().stream()
                .filter(group -> group.path("path").asText().equals(path))
                .findFirst()
                .map(group -> json(group))
                .orElseGet(() -> error(404, "Group path does not exist"));
    }

    private Said defaultGroups(String method, List<String> path) {
        if (path.isEmpty()) {
            return json(array(defaultGroups.stream().map(groups::get).toList()));
        }
        if (method.equals("PUT")) {
            defaultGroups.add(path.getFirst());
        } else {
            defaultGroups.remove(path.getFirst());
        }
        return nothing();
    }

    private Said users(String method, List<String> path, Map<String, String> query, JsonNode body) {
        if (path.isEmpty()) {
            if (method.equals("GET")) {
                return json(array(users.values(), "username", query.getOrDefault("username", "")));
            }
            if (taken(users, "username", body)) {
                return error(409, "User exists with same username");
            }
            var id = next();
            users.put(id, attributesOf(body).put("id", id));
            return created(id);
        }
        var id = path.getFirst();
        if (id.equals("profile")) {
            if (method.equals("PUT")) {
                profile.setAll((ObjectNode) body);
            }
            return json(profile);
        }
        var rest = path.subList(Math.min(2, path.size()), path.size());
        return switch (path.size() < 2 ? "" : path.get(1)) {
            case "" -> item(method, users, id, method.equals("PUT") ? attributesOf(body) : body);
            case "reset-password" -> {
                at(users, id).put("password", body.path("value").asText());
                yield nothing();
            }
            case "groups" -> linked(method, id + "/groups", rest, groups);
            case "role-mappings" -> roleMappings(method, id, rest, body);
            default -> identities(method, id + "/identities", rest, body);
        };
    }

    /** Without the policy, what the profile does not name is dropped without a word. */
    private ObjectNode attributesOf(JsonNode user) {
        ObjectNode kept = user.deepCopy();
        if (profile.path("unmanagedAttributePolicy").asText().isEmpty()) {
            kept.remove("attributes");
        }
        return kept;
    }

    private Said identities(String method, String list, List<String> path, JsonNode body) {
        if (path.isEmpty()) {
            return json(array(list(list).values()));
        }
        if (method.equals("POST")) {
            list(list).put(path.getFirst(), body.deepCopy());
        } else {
            list(list).remove(path.getFirst());
        }
        return nothing();
    }

    private Said providers(String method, List<String> path, JsonNode body) {
        if (path.isEmpty()) {
            var alias = body.path("alias").asText();
            if (providers.containsKey(alias)) {
                return error(409, "Identity Provider " + alias + " already exists");
            }
            providers.put(alias, body.deepCopy());
            return created(alias);
        }
        var alias = path.getFirst();
        if (path.size() > 1) {
            return mappers(method, alias, path.subList(2, path.size()), body);
        }
        if (!method.equals("GET") || !providers.containsKey(alias)) {
            return item(method, providers, alias, body);
        }
        ObjectNode shown = providers.get(alias).deepCopy();
        if (shown.path("config").has("clientSecret")) {
            shown.withObject("/config").put("clientSecret", Drift.MASK);
        }
        return json(shown);
    }

    private Said mappers(String method, String of, List<String> path, JsonNode body) {
        var mappers = list(of + "/mappers");
        if (!path.isEmpty()) {
            return item(method, mappers, path.getFirst(), body);
        }
        if (method.equals("GET")) {
            return json(array(mappers.values()));
        }
        var id = next();
        ObjectNode mapper = body.deepCopy();
        mappers.put(id, mapper.put("id", id));
        return created(id);
    }

    /** A list of links to things that are elsewhere. */
    private Said linked(String method, String list, List<String> path, Map<String, ObjectNode> from) {
        if (path.isEmpty()) {
            return json(array(list(list).values()));
        }
        if (method.equals("PUT")) {
            list(list).put(path.getFirst(), from.get(path.getFirst()));
        } else {
            list(list).remove(path.getFirst());
        }
        return nothing();
    }

    private Said item(String method, Map<String, ObjectNode> shelf, String id, JsonNode body) {
        if (!shelf.containsKey(id)) {
            return error(404, "HTTP 404 Not Found");
        }
        return switch (method) {
            case "PUT" -> {
                var masked = body.path("config").path("clientSecret").asText().equals(Drift.MASK);
                var before = shelf.get(id).path("config").path("clientSecret").asText();
                shelf.get(id).setAll((ObjectNode) body.deepCopy());
                if (masked) {
                    shelf.get(id).withObject("/config").put("clientSecret", before);
                }
                yield nothing();
            }
            case "DELETE" -> {
                shelf.remove(id);
                yield nothing();
            }
            default -> json(shelf.get(id));
        };
    }

    private Map<String, ObjectNode> list(String name) {
        return lists.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    private String next() {
        return "00000000-0000-4000-8000-%012d".formatted(++number);
    }

    private static ObjectNode at(Map<String, ObjectNode> shelf, String id) {
        return Objects.requireNonNull(shelf.get(id), id);
    }

    private static boolean taken(Map<String, ObjectNode> shelf, String key, JsonNode body) {
        return !array(shelf.values(), key, body.path(key).asText()).isEmpty();
    }

    private static ArrayNode array(Collection<ObjectNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private static ArrayNode array(Collection<ObjectNode> items, String key, String value) {
        return array(items.stream()
                .filter(item -> item.path(key).asText().equals(value))
                .toList());
    }

    private static ObjectNode defaults(ObjectNode tree, String number, Object first, String text, Object second) {
        if (!tree.has(number)) {
            tree.putPOJO(number, first);
        }
        if (!tree.has(text)) {
            tree.putPOJO(text, second);
        }
        return (ObjectNode) Json.tree(Json.bytes(tree)).orElseThrow();
    }

    static Said json(JsonNode tree) {
        return new Said(200, Map.of("Content-Type", "application/json"), Json.bytes(tree));
    }

    static Said nothing() {
        return new Said(204, Map.of(), new byte[0]);
    }

    static Said created(String id) {
        return new Said(201, Map.of("Location", "http://127.0.0.1/somewhere/" + id), new byte[0]);
    }

    static Said error(int status, String message) {
        return new Said(status, Map.of(), Json.bytes(Json.object().put("errorMessage", message)));
    }
}
