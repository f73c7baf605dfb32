package dev.allmende.devcloud.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A request to one service.
 *
 * @param path the path below the service's prefix, still encoded, beginning with a slash
 * @param base scheme, host, port and prefix: what links in answers begin with
 * @param headers names in lower case
 * @param parts the named parts of the path, see {@link Routes}
 */
public record Request(
        String method,
        String base,
        String path,
        Query query,
        Map<String, String> headers,
        byte[] body,
        Optional<Caller> sender,
        String id,
        Map<String, String> parts) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Named part of the path. */
    public String part(String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no part {" + name + "} in the route of " + path);
        }
        return value;
    }

    /** Who sends it; only for routes that need a token. */
    public Caller caller() {
        return sender.orElseThrow(() -> new IllegalStateException("route without token asks for its sender: " + path));
    }

    /** The body as JSON; a body that is no JSON is refused with this message. */
    public JsonNode json(String ifBroken) {
        try {
            JsonNode tree = body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
            return tree;
        } catch (IOException e) {
            throw new Refused(400, "HTTPBadRequest", ifBroken);
        }
    }

    /** The object under this key of the body, if the body is an object that has one. */
    public Optional<ObjectNode> wrapped(String key, String ifBroken) {
        return json(ifBroken).path(key) instanceof ObjectNode inner ? Optional.of(inner) : Optional.empty();
    }

    public Request withParts(Map<String, String> found) {
        return new Request(method, base, path, query, headers, body, sender, id, found);
    }

    public Request from(Optional<Caller> caller) {
        return new Request(method, base, path, query, headers, body, caller, id, parts);
    }

    /** Scheme, host and port, the path of services taken off. */
    public String root() {
        int slash = base.indexOf('/', base.indexOf("://") + 3);
        return slash < 0 ? base : base.substring(0, slash);
    }
}
