package dev.allmende.cli.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.allmende.openstack.Json;
import java.net.URI;

/**
 * What a server answered.
 *
 * @param json a missing node when the body was no JSON
 */
public record Reply(URI uri, int status, JsonNode json) {

    static Reply of(URI uri, int status, byte[] body) {
        return new Reply(uri, status, Json.tree(body).orElse(MissingNode.getInstance()));
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** A field's text; empty when it is absent. */
    public String text(String field) {
        return Json.text(json, field).orElse("");
    }

    /** A text from outside, fit for a terminal: one line without control characters, not endlessly long. */
    public static String printable(String text) {
        var clean = text.codePoints()
                .map(at -> Character.isISOControl(at) || Character.getType(at) == Character.FORMAT ? ' ' : at)
                .limit(300)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString().strip();
    }
}
