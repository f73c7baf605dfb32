package dev.allmende.apiserver.audit;

import dev.allmende.apiserver.authn.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stage of one request (audit.k8s.io/v1 Event).
 *
 * @param auditId as in the answer's header {@code Audit-Id}
 * @param requestUri path and query as sent; secrets in the query are blotted out when it is written
 * @param impersonated whom the user acted as
 * @param object what it was about; empty for paths that are no resources
 * @param request body in JSON; written only where level and resource allow it, as is {@code response}
 * @param annotations such as {@link #DECISION} and {@link #REASON}
 */
public record AuditEvent(
        Level level,
        String auditId,
        Stage stage,
        String requestUri,
        String verb,
        User user,
        Optional<User> impersonated,
        List<String> sourceIps,
        String userAgent,
        Optional<ObjectReference> object,
        Optional<ResponseStatus> status,
        Optional<byte[]> request,
        Optional<byte[]> response,
        Instant received,
        Instant reached,
        Map<String, String> annotations) {

    /** {@code allow} or {@code forbid}. */
    public static final String DECISION = "authorization.k8s.io/decision";

    public static final String REASON = "authorization.k8s.io/reason";

    public AuditEvent {
        sourceIps = List.copyOf(sourceIps);
        annotations = Map.copyOf(annotations);
    }

    /** Empty texts are left out. */
    public record ObjectReference(
            String group,
            String version,
            String resource,
            String subresource,
            String namespace,
            String name,
            String uid,
            String resourceVersion) {}

    /**
     * @param code of HTTP
     * @param status, reason, message of a Status object; empty for other answers
     */
    public record ResponseStatus(int code, String status, String reason, String message) {
        public static ResponseStatus of(int code) {
            return new ResponseStatus(code, "", "", "");
        }
    }

    /** The same request without its bodies. */
    AuditEvent withoutBodies() {
        return new AuditEvent(
                level,
                auditId,
                stage,
                requestUri,
                verb,
                user,
                impersonated,
                sourceIps,
                userAgent,
                object,
                status,
                Optional.empty(),
                Optional.empty(),
                received,
                reached,
                annotations);
    }
}
