package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.Reply;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What Keycloak's refusals say. Shapes seen on 26.7: {@code errorMessage} with {@code field} and {@code params};
 * {@code error} with {@code error_description}; {@code errors[]} of the first shape for several fields at once.
 */
final class Faults {

    private static final int LONGEST = 300;

    private Faults() {}

    /** In one line; the reason phrase's place is taken by "no reason given". */
    static String words(Reply reply) {
        var said = Json.tree(reply.body()).map(Faults::words).filter(text -> !text.isEmpty());
        var line = said.orElse("no reason given").replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    private static String words(JsonNode tree) {
        if (tree.path("errors").isArray()) {
            return StreamSupport.stream(tree.path("errors").spliterator(), false)
                    .map(Faults::words)
                    .collect(Collectors.joining(", "));
        }
        var message = Json.text(tree, "errorMessage")
                .or(() -> Json.text(tree, "error_description"))
                .or(() -> Json.text(tree, "error"))
                .orElse("");
        return Json.text(tree, "field").map(field -> field + ": " + message).orElse(message);
    }

    /** @param at peer and call */
    static PeerException of(String at, Reply reply) {
        var kind = PeerException.kindOf(reply.status());
        return new PeerException(kind, reply.status(), at + ": " + reply.status() + " " + words(reply) + remedy(kind));
    }

    private static String remedy(Kind kind) {
        return Optional.ofNullable(
                        switch (kind) {
                            case UNAUTHORIZED -> "put a valid credential into the connection's Secret";
                            case FORBIDDEN -> "give the login the roles of realm-management that this call needs";
                            case CONFLICT -> "take another name, or import what is there";
                            case INVALID -> "mend that field of the spec";
                            default -> null;
                        })
                .map(text -> "; " + text)
                .orElse("");
    }
}
