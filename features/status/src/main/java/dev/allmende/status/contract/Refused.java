package dev.allmende.status.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request that is not done, and why, as a problem document (RFC 9457). */
final class Refused extends RuntimeException {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(503, "Service Unavailable"));

    private final int code;
    private final String detail;
    private final String member;
    private final String place;
    private final Map<String, String> headers;

    private Refused(int code, String detail, String member, String place, Map<String, String> headers) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.member = member;
        this.place = place;
        this.headers = headers;
    }

    static Refused of(int code, String detail) {
        return new Refused(code, detail, "", "", Map.of());
    }

    /** @param header that goes with the answer */
    static Refused of(int code, String detail, String header, String value) {
        return new Refused(code, detail, "", "", Map.of(header, value));
    }

    /**
     * 400 for one part of the body.
     *
     * @param pointer JSON pointer (RFC 6901), such as {@code /affects/0/severity}; empty for the whole
     */
    static Refused field(String pointer, String detail) {
        return new Refused(400, detail, "pointer", "#" + pointer, Map.of());
    }

    /** 400 for one parameter of the query. */
    static Refused parameter(String name, String detail) {
        return new Refused(400, detail, "parameter", name, Map.of());
    }

    int code() {
        return code;
    }

    Reply reply() {
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", TITLES.getOrDefault(code, "Error"));
        problem.put("status", code);
        problem.put("detail", detail);
        if (!place.isEmpty()) {
            problem.putArray("errors").addObject().put("detail", detail).put(member, place);
        }
        var body = problem.toString().getBytes(StandardCharsets.UTF_8);
        return new Reply(code, "application/problem+json", body, headers);
    }
}
