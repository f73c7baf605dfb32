package dev.allmende.apiserver.audit;

import dev.allmende.apiserver.audit.AuditEvent.ObjectReference;
import dev.allmende.apiserver.audit.AuditEvent.ResponseStatus;
import dev.allmende.apiserver.authn.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events in few words. */
final class Events {

    static final User EVE =
            new User("eve", "7", List.of("dev", User.AUTHENTICATED), Map.of("scopes", List.of("a", "b")));
    static final ObjectReference CONFIG_MAP = object("", "configmaps", "");

    private Events() {}

    static ObjectReference object(String group, String resource, String subresource) {
        return new ObjectReference(group, "v1", resource, subresource, "ns", "x", "", "");
    }

    static AuditEvent event(Level level, ObjectReference object, String uri, String request, String response) {
        return new AuditEvent(
                level,
                "id-1",
                Stage.RESPONSE_COMPLETE,
                uri,
                "update",
                EVE,
                Optional.empty(),
                List.of("127.0.0.1"),
                "kubectl/v1.35",
                Optional.of(object),
                Optional.of(ResponseStatus.of(200)),
                body(request),
                body(response),
                Instant.parse("2026-03-01T00:00:00.000001Z"),
                Instant.parse("2026-03-01T00:00:00.123456789Z"),
                Map.of(AuditEvent.DECISION, "allow", AuditEvent.REASON, "RBAC: allowed by \"x\""));
    }

    static AuditEvent event(String uri) {
        return event(Level.METADATA, CONFIG_MAP, uri, "", "");
    }

    private static Optional<byte[]> body(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
