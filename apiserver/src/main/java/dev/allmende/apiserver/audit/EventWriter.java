package dev.allmende.apiserver.audit;

import dev.allmende.apiserver.audit.AuditEvent.ObjectReference;
import dev.allmende.apiserver.audit.AuditEvent.ResponseStatus;
import dev.allmende.apiserver.authn.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes events as Kubernetes does: audit.k8s.io/v1 Event, one line each, fields in Kubernetes' order. */
final class EventWriter {

    private static final String HEAD = "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"";
    private static final int LONGEST_AGENT = 1024;
    private static final String TRUNCATED = "audit.k8s.io/truncated";

    private final int longestBody;

    /** @param longestBody in bytes; longer ones are left out, and the event says so */
    EventWriter(int longestBody) {
        this.longestBody = longestBody;
    }

    void write(AuditEvent event, JsonText to) {
        to.raw(HEAD).raw(event.level().word()).raw("\",\"auditID\":").text(event.auditId());
        to.raw(",\"stage\":\"").raw(event.stage().word()).raw("\",\"requestURI\":");
        to.text(Discretion.blotted(event.requestUri()));
        to.raw(",\"verb\":").text(event.verb()).raw(",\"user\":");
        user(event.user(), to);
        if (event.impersonated().isPresent()) {
            user(event.impersonated().get(), to.raw(",\"impersonatedUser\":"));
        }
        if (!event.sourceIps().isEmpty()) {
            texts(event.sourceIps(), to.raw(",\"sourceIPs\":"));
        }
        field("userAgent", agent(event.userAgent()), to);
        event.object().ifPresent(object -> object(object, to));
        event.status().ifPresent(status -> status(status, to));
        boolean cut = body("requestObject", Level.REQUEST, event, event.request(), to);
        cut |= body("responseObject", Level.REQUEST_RESPONSE, event, event.response(), to);
        to.raw(",\"requestReceivedTimestamp\":").time(event.received());
        to.raw(",\"stageTimestamp\":").time(event.reached());
        annotations(event.annotations(), cut, to);
        to.raw("}\n");
    }

    private static String agent(String agent) {
        return agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT) + "...TRUNCATED";
    }

    private static void user(User user, JsonText to) {
        to.raw("{\"username\":").text(user.name());
        field("uid", user.uid(), to);
        if (!user.groups().isEmpty()) {
            texts(user.groups(), to.raw(",\"groups\":"));
        }
        if (!user.extra().isEmpty()) {
            to.raw(",\"extra\":{");
            boolean first = true;
            for (var entry : sorted(user.extra()).entrySet()) {
                texts(
                        entry.getValue(),
                        to.raw(first ? "" : ",").text(entry.getKey()).raw(":"));
                first = false;
            }
            to.raw("}");
        }
        to.raw("}");
    }

    private static void object(ObjectReference object, JsonText to) {
        to.raw(",\"objectRef\":{\"resource\":").text(object.resource());
        field("namespace", object.namespace(), to);
        field("name", object.name(), to);
        field("uid", object.uid(), to);
        field("apiGroup", object.group(), to);
        field("apiVersion", object.version(), to);
        field("resourceVersion", object.resourceVersion(), to);
        field("subresource", object.subresource(), to);
        to.raw("}");
    }

    private static void status(ResponseStatus status, JsonText to) {
        to.raw(",\"responseStatus\":{\"metadata\":{}");
        field("status", status.status(), to);
        field("message", status.message(), to);
        field("reason", status.reason(), to);
        to.raw(",\"code\":").number(status.code()).raw("}");
    }

    /** @return whether a body was left out because it is too long */
    private boolean body(String field, Level least, AuditEvent event, Optional<byte[]> body, JsonText to) {
        boolean hidden = event.object().filter(Discretion::hides).isPresent();
        if (body.isEmpty() || hidden || !event.level().atLeast(least)) {
            return false;
        }
        if (body.get().length > longestBody) {
            return true;
        }
        Bodies.readable(body.get())
                .ifPresent(json -> to.raw(",\"").raw(field).raw("\":").raw(json));
        return false;
    }

    private static void annotations(Map<String, String> annotations, boolean cut, JsonText to) {
        if (annotations.isEmpty() && !cut) {
            return;
        }
        to.raw(",\"annotations\":{");
        boolean first = true;
        for (var entry : sorted(annotations).entrySet()) {
            to.raw(first ? "" : ",").text(entry.getKey()).raw(":").text(entry.getValue());
            first = false;
        }
        if (cut) {
            to.raw(first ? "" : ",").text(TRUNCATED).raw(":\"true\"");
        }
        to.raw("}");
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return map.size() < 2 ? map : new TreeMap<>(map);
    }

    private static void texts(List<String> texts, JsonText to) {
        to.raw("[");
        for (int i = 0; i < texts.size(); i++) {
            to.raw(i == 0 ? "" : ",").text(texts.get(i));
        }
        to.raw("]");
    }

    private static void field(String name, String value, JsonText to) {
        if (!value.isEmpty()) {
            to.raw(",\"").raw(name).raw("\":").text(value);
        }
    }
}
