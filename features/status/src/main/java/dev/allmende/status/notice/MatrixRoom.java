package dev.allmende.status.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A notice in a room: {@code PUT /_matrix/client/v3/rooms/{roomId}/send/m.room.message/{txnId}}. The server knows a repeated
 * request by its transaction identifier, which is the message's: it comes once (Matrix client-server API, "Transaction
 * identifiers").
 */
public final class MatrixRoom implements Channel {

    private final Poster poster;
    private final String homeserver;
    private final String token;
    private final String room;

    public MatrixRoom(Poster poster, String homeserver, String token, String room) {
        this.poster = poster;
        this.homeserver = homeserver;
        this.token = token;
        this.room = room;
    }

    @Override
    public void send(Message message) throws NotSent {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("msgtype", "m.notice")
                .put("body", message.subject() + "\n\n" + message.text());
        Posted.send(
                poster,
                "PUT",
                "%s/_matrix/client/v3/rooms/%s/send/m.room.message/%s"
                        .formatted(homeserver, encode(room), encode(message.id())),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
