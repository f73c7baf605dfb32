package dev.allmende.central.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.central.peer.FakePeer;
import dev.allmende.central.peer.FakePeer.Said;
import dev.allmende.central.peer.FakePeer.Seen;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.config.TlsSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Logins and EC2 credentials of a Keystone; its manners were read off Zed. */
public final class FakeKeystone implements AutoCloseable {

    private final FakePeer peer = new FakePeer(this::answer);
    private final Map<String, String> secrets = new TreeMap<>();

    public CloudConfig config() {
        var domain = new Credential.Domain(Optional.of("default"), Optional.empty());
        return new CloudConfig(
                "fake",
                "a test",
                "RegionOne",
                peer.uri() + "/v3",
                new Credential.Password(
                        new Credential.User(Optional.empty(), Optional.of("demo"), domain), new Secret("pass-word")),
                new Scope.Project(Optional.empty(), Optional.of("demo"), domain),
                TlsSettings.STANDARD,
                List.of("public"),
                Map.of(),
                Optional.empty());
    }

    public FakePeer peer() {
        return peer;
    }

    /** The access keys of all pairs there are. */
    public synchronized List<String> pairs() {
        return List.copyOf(secrets.keySet());
    }

    synchronized void forget() {
        secrets.clear();
    }

    @Override
    public void close() {
        peer.close();
    }

    private synchronized Said answer(Seen seen) {
        var access = seen.target().substring(seen.target().lastIndexOf('/') + 1);
        return switch (seen.method() + " " + seen.target().replace(access, "")) {
            case "POST /v3/auth/" -> login();
            case "POST /v3/" -> create(Json.tree(seen.body()).orElseThrow().path("credential"));
            case "GET /v3/users/u1/credentials/OS-EC2/" -> {
                var secret = secrets.get(access);
                yield secret == null ? absent() : Said.of(200, "{\"credential\": " + pair(access, secret) + "}");
            }
            case "DELETE /v3/users/u1/credentials/OS-EC2/" ->
                secrets.remove(access) == null ? absent() : Said.of(204, "");
            case "GET /v3/users/u1/credentials/" ->
                Said.of(
                        200,
                        "{\"credentials\": ["
                                + String.join(
                                        ",",
                                        secrets.entrySet().stream()
                                                .map(each -> pair(each.getKey(), each.getValue()))
                                                .toList())
                                + "]}");
            case "GET /" -> Said.of(300, versions());
            case "GET /v3" -> Said.of(200, "{\"version\": {\"id\": \"v3.14\", \"status\": \"stable\", \"links\": []}}");
            default -> absent();
        };
    }

    private Said create(JsonNode credential) {
        var blob = Json.tree(credential.path("blob").asText().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var access = blob.path("access").asText();
        if (!credential.path("user_id").asText().equals("u1")) {
            return Said.of(403, "{\"error\": {\"code\": 403, \"message\": \"You are not authorized\"}}");
        }
        if (secrets.putIfAbsent(access, blob.path("secret").asText()) != null) {
            return Said.of(409, "{\"error\": {\"code\": 409, \"message\": \"Duplicate entry found\"}}");
        }
        return Said.of(201, "{\"credential\": {}}");
    }

    private static String pair(String access, String secret) {
        return "{\"access\": \"%s\", \"secret\": \"%s\", \"tenant_id\": \"p1\"}".formatted(access, secret);
    }

    private static Said absent() {
        return Said.of(404, "{\"error\": {\"code\": 404, \"message\": \"Could not find credential\"}}");
    }

    private String versions() {
        return """
                {"versions": {"values": [{"id": "v3.14", "status": "stable",
                  "links": [{"rel": "self", "href": "%s/v3/"}]}]}}""".formatted(peer.uri());
    }

    private Said login() {
        var body = """
                {"token": {"user": {"id": "u1", "name": "demo", "domain": {"id": "default"}},
                  "project": {"id": "p1", "name": "demo"}, "roles": [{"name": "member"}],
                  "issued_at": "2026-01-01T00:00:00.000000Z", "expires_at": "2036-01-01T01:00:00.000000Z",
                  "catalog": [{"id": "1", "type": "identity", "name": "keystone", "endpoints": [
                    {"interface": "public", "region_id": "RegionOne", "region": "RegionOne", "url": "%s/v3"}]}]}}""".formatted(peer.uri());
        return new Said(201, Map.of("X-Subject-Token", "token-1"), body.getBytes(StandardCharsets.UTF_8));
    }
}
