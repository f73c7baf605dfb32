package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.peer.Ask;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.Reply;
import dev.allmende.peer.Wire;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls below {@code /admin}, with a token. Thread-safe. */
final class Admin {

    private static final byte[] NO_BODY = {};

    private final URI base;
    private final Tokens tokens;
    private final Wire wire;

    Admin(URI base, Tokens tokens, Wire wire) {
        this.base = Paths.of(base, "admin");
        this.tokens = tokens;
        this.wire = wire;
    }

    URI at(String... segments) {
        return Paths.of(base, segments);
    }

    /** @throws PeerException of kind NOT_FOUND when there is no such thing */
    JsonNode get(URI uri) {
        return tree(uri, accepted("GET", uri, NO_BODY));
    }

    /** Empty when there is no such thing. */
    Optional<JsonNode> find(URI uri) {
        var reply = send("GET", uri, NO_BODY);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(tree(uri, checked("GET", uri, reply)));
    }

    /** The items of a list. */
    List<JsonNode> list(URI uri) {
        var items = new java.util.ArrayList<JsonNode>();
        get(uri).forEach(items::add);
        return items;
    }

    /** The name that the new thing got: the last segment of its Location; empty when none was told. */
    String post(URI uri, JsonNode body) {
        var location =
                accepted("POST", uri, Json.bytes(body)).header("Location").map(URI::create);
        return location.map(URI::getPath)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** A POST whose answer counts. */
    JsonNode ask(URI uri) {
        return tree(uri, accepted("POST", uri, NO_BODY));
    }

    void put(URI uri, JsonNode body) {
        accepted("PUT", uri, Json.bytes(body));
    }

    void put(URI uri) {
        accepted("PUT", uri, NO_BODY);
    }

    /** What is gone already counts as deleted. */
    void delete(URI uri) {
        delete(uri, NO_BODY);
    }

    void delete(URI uri, JsonNode body) {
        delete(uri, Json.bytes(body));
    }

    private void delete(URI uri, byte[] body) {
        var reply = send("DELETE", uri, body);
        if (reply.status() != 404) {
            checked("DELETE", uri, reply);
        }
    }

    private Reply accepted(String method, URI uri, byte[] body) {
        return checked(method, uri, send(method, uri, body));
    }

    private Reply checked(String method, URI uri, Reply reply) {
        if (reply.ok()) {
            return reply;
        }
        throw Faults.of(wire.peer() + ": " + method + " " + uri.getPath(), reply);
    }

    /**
     * With one more try after 401 (the token was revoked) and after 403: rights given since the login, as those over a
     * realm that was just made, are only in a new token.
     */
    private Reply send(String method, URI uri, byte[] body) {
        var token = tokens.get();
        var reply = wire.send(ask(method, uri, body, token));
        if (reply.status() != 401 && reply.status() != 403) {
            return reply;
        }
        return wire.send(ask(method, uri, body, tokens.insteadOf(token)));
    }

    private static Ask ask(String method, URI uri, byte[] body, Tokens.Token token) {
        var headers = new HashMap<>(
                Map.of("Authorization", "Bearer " + token.value().reveal(), "Accept", "application/json"));
        if (body.length > 0) {
            headers.put("Content-Type", "application/json");
        }
        return new Ask(method, uri, headers, body);
    }

    private JsonNode tree(URI uri, Reply reply) {
        return Json.tree(reply.body())
                .orElseThrow(() -> new PeerException(
                        Kind.GARBLED,
                        reply.status(),
                        wire.peer() + ": " + uri.getPath() + ": the answer is no JSON; is this Keycloak's address?"));
    }
}
