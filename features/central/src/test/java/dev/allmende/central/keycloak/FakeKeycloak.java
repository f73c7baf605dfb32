package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import dev.allmende.peer.junit.FakePeer;
import dev.allmende.peer.junit.FakePeer.Said;
import dev.allmende.peer.junit.FakePeer.Seen;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Keycloak's admin API in memory, as far as we use it; its manners were read off a 26.7.3. */
public final class FakeKeycloak implements AutoCloseable {

    public static final String PASSWORD = "wort-das-keiner-kennt";

    private final FakePeer peer;
    private final Map<String, FakeRealm> realms = new TreeMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile int tokenSeconds = 60;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    public FakeKeycloak() {
        this(Optional.empty());
    }

    public FakeKeycloak(Optional<SSLContext> tls) {
        peer = new FakePeer(tls, this::answer);
    }

    public FakePeer peer() {
        return peer;
    }

    public int logins() {
        return logins.get();
    }

    public void tokensLast(int seconds) {
        tokenSeconds = seconds;
    }

    /** The tokens in use are good no more. */
    public void revoke() {
        tokens.clear();
    }

    public synchronized FakeRealm realm(String name) {
        return realms.computeIfAbsent(name, key -> new FakeRealm(Json.object().put("realm", key)));
    }

    public synchronized boolean hasRealm(String name) {
        return realms.containsKey(name);
    }

    public Connection connection() {
        return connection(Optional.empty());
    }

    public Connection connection(Optional<String> authorities) {
        var login = new Login.Password("master", "admin-cli", "admin", new Secret(PASSWORD));
        return new Connection(peer.uri(), login, authorities, Limits.STANDARD);
    }

    public Keycloak open() {
        return Keycloak.open(connection(), Clock.systemUTC());
    }

    @Override
    public void close() {
        peer.close();
    }

    private synchronized Said answer(Seen seen) {
        var target = URI.create(seen.target());
        var path = Arrays.stream(target.getRawPath().substring(1).split("/"))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        if (path.getLast().equals("token")) {
            return login(path.get(1), seen.text());
        }
        if (!tokens.contains(seen.header("Authorization").replace("Bearer ", ""))) {
            return FakeRealm.error(401, "HTTP 401 Unauthorized");
        }
        var body = Json.tree(seen.body()).orElseGet(Json::object);
        if (path.equals(List.of("admin", "serverinfo"))) {
            var info = Json.object();
            info.putObject("systemInfo").put("version", "26.7.3");
            return FakeRealm.json(info);
        }
        if (path.equals(List.of("admin", "realms"))) {
            return create((ObjectNode) body);
        }
        var name = path.get(2);
        var realm = realms.get(name);
        if (realm == null) {
            return FakeRealm.error(404, "Realm not found.");
        }
        if (path.size() > 3) {
            return realm.answer(seen.method(), path.subList(3, path.size()), query(target), body);
        }
        return switch (seen.method()) {
            case "PUT" -> realm.replace(body);
            case "DELETE" -> {
                realms.remove(name);
                yield FakeRealm.nothing();
            }
            default -> FakeRealm.json(realm.tree());
        };
    }

    private Said create(ObjectNode body) {
        var name = body.path("realm").asText();
        if (name.contains("/")) {
            return FakeRealm.error(400, "Character '/' not allowed.");
        }
        if (realms.containsKey(name)) {
            return FakeRealm.error(409, "Realm " + name + " already exists");
        }
        realms.put(name, new FakeRealm(body));
        return FakeRealm.created(name);
    }

    private Said login(String realm, String form) {
        if (!realm.equals("master")) {
            return Said.of(404, "{\"error\":\"Realm does not exist\"}");
        }
        if (!form.contains("password=" + PASSWORD) && !form.contains("client_secret=" + PASSWORD)) {
            return Said.of(401, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"}");
        }
        var token = "token-" + logins.incrementAndGet();
        tokens.add(token);
        JsonNode body = Json.object().put("access_token", token).put("expires_in", tokenSeconds);
        return FakeRealm.json(body);
    }

    private static Map<String, String> query(URI target) {
        var query = new LinkedHashMap<String, String>();
        if (target.getRawQuery() != null) {
            for (var pair : target.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
